namespace IpPlatform.Storage.Outbox;

/// <summary>A message that failed too often and holds back its target. What it says is nobody's business here.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Stored name of what it is.</param>
/// <param name="TargetKind">Kind of the stream that it is for; whose it is, an operator need not see.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ParkedAt">When it was given up.</param>
/// <param name="Error">Kind of the last failure.</param>
public sealed record ParkedMessage(Guid Id, string Type, string TargetKind, int Attempts, DateTimeOffset ParkedAt, string Error);

namespace IpPlatform.Domain.Persons.Consents;

/// <summary>Something about the holders' consent to a plan for a child.</summary>
[GenerateSerializer, Immutable, Alias("consent-command")]
public abstract record ConsentCommand : PersonCommand;

/// <summary>A holder says yes or no: in her own session, or registered by a handler.</summary>
[GenerateSerializer, Immutable, Alias("record-holder-answer")]
public sealed record RecordHolderAnswer([property: Id(0)] Guid HolderId, [property: Id(1)] bool Agrees, [property: Id(2)] Channel Channel) : ConsentCommand;

/// <summary>A handler settles that not all have said yes. <paramref name="OthersHeard"/>: the other holders were heard (pbrl §4-4).</summary>
[GenerateSerializer, Immutable, Alias("settle-consent")]
public sealed record SettleConsent([property: Id(0)] SettlementGround Ground, [property: Id(1)] string Reason, [property: Id(2)] bool OthersHeard) : ConsentCommand;

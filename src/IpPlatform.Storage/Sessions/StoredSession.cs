namespace IpPlatform.Storage.Sessions;

/// <summary>A session as it is kept.</summary>
/// <param name="Ticket">Encrypted by the caller.</param>
/// <param name="ExpiresAt">When it ends unless it is used.</param>
public sealed record StoredSession(byte[] Ticket, DateTimeOffset ExpiresAt);

namespace IpPlatform.Storage.Openings;

/// <summary>
/// Somebody looks at a person's content. Audited, durably, before the first content leaves; valid for 30 minutes, within which
/// refreshes of the same parts by the same session write nothing.
/// </summary>
public sealed record Opening(Guid Id, string Actor, string Role, string SessionId, Guid PersonId, string Target, string Parts, string Ground, long SeenVersion, DateTimeOffset At);

using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Persons.Protection;

/// <summary>The person's protection level was set. <paramref name="Reason"/> is null when it was told in a report.</summary>
[StoredName("protection-set")]
public sealed record ProtectionSet(ProtectionLevel Level, [property: Personal] string? Reason, DateTimeOffset At) : PersonEvent;

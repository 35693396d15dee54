using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Domain.Persons.Barrings;

/// <summary>What has happened to a barring.</summary>
public abstract record BarringEvent(Guid BarringId) : PersonEvent;

/// <summary>An employee was barred.</summary>
[StoredName("employee-barred")]
public sealed record EmployeeBarred(
    Guid BarringId, Guid StaffId, BarringGround Ground, [property: Personal] string? Text, Guid? SubstituteId, Author BarredBy, DateTimeOffset At) : BarringEvent(BarringId);

/// <summary>The barring was lifted.</summary>
[StoredName("barring-lifted")]
public sealed record BarringLifted(Guid BarringId, [property: Personal] string Reason, DateTimeOffset At) : BarringEvent(BarringId);

using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Units;

/// <summary>What has happened in the unit.</summary>
public abstract record UnitEvent;

/// <summary>An employee was described.</summary>
[StoredName("staff-described")]
public sealed record StaffDescribed(Guid StaffId, [property: Personal] string Name, string Title, [property: Personal] string? Phone) : UnitEvent;

/// <summary>An employee got a role.</summary>
[StoredName("staff-role-granted")]
public sealed record StaffRoleGranted(Guid StaffId, StaffRole Role, DateTimeOffset From) : UnitEvent;

/// <summary>An employee's role ended.</summary>
[StoredName("staff-role-ended")]
public sealed record StaffRoleEnded(Guid StaffId, StaffRole Role, DateTimeOffset To) : UnitEvent;

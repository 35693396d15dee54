using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Units;

/// <summary>What has happened in the unit.</summary>
public abstract record UnitEvent;

/// <summary>An employee got a role.</summary>
[StoredName("staff-role-granted")]
public sealed record StaffRoleGranted(Guid StaffId, StaffRole Role, DateTimeOffset From) : UnitEvent;

/// <summary>An employee's role ended.</summary>
[StoredName("staff-role-ended")]
public sealed record StaffRoleEnded(Guid StaffId, StaffRole Role, DateTimeOffset To) : UnitEvent;

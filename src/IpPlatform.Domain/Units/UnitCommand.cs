using IpPlatform.Domain.Access;

namespace IpPlatform.Domain.Units;

/// <summary>What can be asked of the unit.</summary>
[GenerateSerializer, Immutable, Alias("unit-command")]
public abstract record UnitCommand;

/// <summary>Give an employee a role from now on.</summary>
[GenerateSerializer, Immutable, Alias("grant-staff-role")]
public sealed record GrantStaffRole([property: Id(0)] Guid StaffId, [property: Id(1)] StaffRole Role) : UnitCommand;

/// <summary>End an employee's role from now on.</summary>
[GenerateSerializer, Immutable, Alias("end-staff-role")]
public sealed record EndStaffRole([property: Id(0)] Guid StaffId, [property: Id(1)] StaffRole Role) : UnitCommand;

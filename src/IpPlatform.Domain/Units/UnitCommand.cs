using IpPlatform.Domain.Access;

namespace IpPlatform.Domain.Units;

/// <summary>What can be asked of the unit.</summary>
[GenerateSerializer, Immutable, Alias("unit-command")]
public abstract record UnitCommand;

/// <summary>Say who an employee is: name, title and phone as colleagues and citizens see them.</summary>
[GenerateSerializer, Immutable, Alias("describe-staff")]
public sealed record DescribeStaff([property: Id(0)] Guid StaffId, [property: Id(1)] string Name, [property: Id(2)] string Title, [property: Id(3)] string? Phone) : UnitCommand;

/// <summary>Give an employee a role from now on.</summary>
[GenerateSerializer, Immutable, Alias("grant-staff-role")]
public sealed record GrantStaffRole([property: Id(0)] Guid StaffId, [property: Id(1)] StaffRole Role) : UnitCommand;

/// <summary>End an employee's role from now on.</summary>
[GenerateSerializer, Immutable, Alias("end-staff-role")]
public sealed record EndStaffRole([property: Id(0)] Guid StaffId, [property: Id(1)] StaffRole Role) : UnitCommand;

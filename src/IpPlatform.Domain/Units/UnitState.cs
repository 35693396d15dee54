using System.Collections.Immutable;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Units;

/// <summary>The unit's roster of roles.</summary>
public sealed record UnitState(long Version, ImmutableArray<RoleGrant> Grants) : IVersioned
{
    /// <summary>Roles of an employee in force at a time.</summary>
    public IReadOnlyCollection<StaffRole> RolesOf(Guid staffId, DateTimeOffset at) =>
        [.. Grants.Where(g => g.StaffId == staffId && g.From <= at && (g.To is null || at < g.To)).Select(g => g.Role)];
}

/// <summary>A dated role.</summary>
public sealed record RoleGrant(Guid StaffId, StaffRole Role, DateTimeOffset From, DateTimeOffset? To);

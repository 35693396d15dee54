using System.Collections.Concurrent;
using IpPlatform.Contracts.Persons;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Commands;
using Microsoft.Extensions.Options;
using Orleans;

namespace IpPlatform.Web.Access;

/// <summary>
/// What a caller is here: relations from the person's own grain, so that an ended relation ends access in the same instant, and
/// roles from the roster, kept for a second (a role is not what opens content).
/// </summary>
public sealed class StandingResolver(TenantGrains grains, StaffQueries employees, TimeProvider time, IOptions<OperatorOptions> operators)
{
    private static readonly TimeSpan RoleAge = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(TenantId Tenant, Guid Staff), (StaffRole[] Roles, long At)> _roles = new();

    /// <summary>Resolves, with relations to a person when one is concerned.</summary>
    public async ValueTask<Standing> ResolveAsync(TenantId tenant, Caller caller, Guid? person, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<StaffRole> roles = caller.Kind == CallerKind.Staff ? await RolesAsync(tenant, caller.Subject, cancellationToken) : [];
        IReadOnlyCollection<RelationKind> relations = person is { } id && caller.Subject != Guid.Empty
            ? await grains.AskAsync(tenant, factory => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, id).ToString()).RelationsOf(caller.Subject), cancellationToken)
            : [];
        return new Standing(roles, relations, caller.Kind == CallerKind.Staff && operators.Value.StaffIds(tenant).Contains(caller.Subject));
    }

    private async ValueTask<StaffRole[]> RolesAsync(TenantId tenant, Guid staff, CancellationToken cancellationToken)
    {
        if (_roles.TryGetValue((tenant, staff), out var known) && time.GetElapsedTime(known.At) < RoleAge) return known.Roles;
        var roles = await employees.RolesAsync(tenant, staff, time.GetUtcNow(), cancellationToken);
        if (_roles.Count > 50_000) _roles.Clear();
        _roles[(tenant, staff)] = (roles, time.GetTimestamp());
        return roles;
    }
}

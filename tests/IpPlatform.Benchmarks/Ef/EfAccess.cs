using System.Collections.Concurrent;
using IpPlatform.Domain.Access;
using IpPlatform.Web.Access;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Problems;
using IpPlatform.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>
/// The same question to the same rules as <see cref="AccessMiddleware"/>: relations are asked of the database at every request, so
/// that an ended relation ends access at once; roles are kept for a second. The benchmark's callers are employees.
/// </summary>
internal sealed class EfAccess(TimeProvider time)
{
    private static readonly TimeSpan RoleAge = TimeSpan.FromSeconds(1);

    private static readonly Func<PlanContext, Guid, Guid, DateTimeOffset, IAsyncEnumerable<RelationKind>> Relations = EF.CompileAsyncQuery(
        (PlanContext context, Guid person, Guid subject, DateTimeOffset now) => context.Relations
            .Where(r => r.PersonId == person && r.SubjectId == subject && r.From <= now && (r.To == null || r.To > now))
            .Select(r => r.Kind));

    private static readonly Func<PlanContext, Guid, DateTimeOffset, IAsyncEnumerable<StaffRole>> Roles = EF.CompileAsyncQuery(
        (PlanContext context, Guid staff, DateTimeOffset now) => context.StaffRoles
            .Where(r => r.StaffId == staff && r.From <= now && (r.To == null || r.To > now))
            .Select(r => r.Role));

    private readonly ConcurrentDictionary<Guid, (List<StaffRole> Roles, long At)> _roles = new();

    /// <summary>The admission, which is also set on the request; answers the refusal itself when there is none.</summary>
    public async Task<Admission?> AdmitAsync(HttpContext context, PlanContext database, PlatformAction action)
    {
        if (context.Features.Get<TenantRoute>() is not { Tenant: { } tenant } route || !Guid.TryParseExact(context.Request.RouteValues["person"] as string, "D", out var person))
        {
            await Problem.NotFound(context);
            return null;
        }

        if (context.Features.Get<SignedInUser>() is not { Kind: CallerKind.Staff } user)
        {
            await Problem.SignInNeeded(context, EndpointSurface.Api);
            return null;
        }

        var caller = new Caller(CallerKind.Staff, CallerResolver.StaffId(tenant, user.Subject), user.SessionId);
        var now = time.GetUtcNow();
        var roles = await RolesAsync(database, caller.Subject, now, context.RequestAborted);
        var standing = new Standing(roles, await ListAsync(Relations(database, person, caller.Subject, now), context.RequestAborted));
        if (AccessRules.May(caller, standing, action) is not { } ground)
        {
            await Problem.NotFound(context);
            return null;
        }

        var admission = new Admission(tenant, route.Slug, caller, standing, person, ground);
        context.Features.Set(admission);
        return admission;
    }

    private async ValueTask<List<StaffRole>> RolesAsync(PlanContext database, Guid staff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_roles.TryGetValue(staff, out var known) && time.GetElapsedTime(known.At) < RoleAge) return known.Roles;
        var roles = await ListAsync(Roles(database, staff, now), cancellationToken);
        _roles[staff] = (roles, time.GetTimestamp());
        return roles;
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var list = new List<T>(2);
        await foreach (var row in rows.WithCancellation(cancellationToken)) list.Add(row);
        return list;
    }
}

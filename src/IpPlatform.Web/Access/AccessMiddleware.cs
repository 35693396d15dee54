using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Cases;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Problems;
using IpPlatform.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Access;

/// <summary>
/// Asks <see cref="AccessRules"/> before any endpoint runs. The tenant is the signed route's; a session of another tenant is no
/// session here. "Not yours" and "not there" leave through the same door with the same answer (S-09).
/// </summary>
public sealed class AccessMiddleware(RequestDelegate next, CallerResolver callers, StandingResolver standings, CaseQueries cases)
{
    /// <summary>Called by the pipeline, after routing.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<OutsideTenants>() is not null)
        {
            if (endpoint is null) await Problem.NotFound(context);
            else await next(context);
            return;
        }

        if (endpoint.Metadata.GetMetadata<EndpointAccess>() is not { } access || context.Features.Get<TenantRoute>() is not { Tenant: { } tenant } route)
        {
            await Problem.NotFound(context);
            return;
        }

        if (access.Action is not { } action)
        {
            await next(context);
            return;
        }

        if (context.Features.Get<SignedInUser>() is not { } user || (user.Tenant is { } bound && bound != tenant))
        {
            await Problem.SignInNeeded(context, access.Surface);
            return;
        }

        if (await AdmitAsync(context, tenant, route.Slug, user, action) is not { } admission)
        {
            await Problem.NotFound(context);
            return;
        }

        context.Features.Set(admission);
        await next(context);
    }

    private async Task<Admission?> AdmitAsync(HttpContext context, TenantId tenant, string slug, SignedInUser user, PlatformAction action)
    {
        var caller = await callers.ResolveAsync(tenant, user, context.RequestAborted);
        if (await ConcernedAsync(context, tenant, caller) is not { } person) return null;
        var standing = await standings.ResolveAsync(tenant, caller, person.Id, context.RequestAborted);
        return AccessRules.May(caller, standing, action) is { } ground
            ? new Admission(tenant, slug, caller, standing, person.Id, ground)
            : null;
    }

    /// <summary>The person a request is about: named by the route, or the caller herself on "mine"; null when the id is not one.</summary>
    private async ValueTask<Concerned?> ConcernedAsync(HttpContext context, TenantId tenant, Caller caller)
    {
        if (context.Request.RouteValues.TryGetValue(TenantEndpoints.Case, out var asked))
        {
            if (!Guid.TryParseExact(asked as string, "D", out var caseId)) return null;
            return await cases.ConcernAsync(tenant, caseId, context.RequestAborted) is { } concern ? new Concerned(concern.PersonId) : null;
        }

        if (context.GetEndpoint()!.Metadata.GetMetadata<ConcernsMyself>() is not null) return new Concerned(caller.Subject == Guid.Empty ? null : caller.Subject);
        if (!context.Request.RouteValues.TryGetValue(TenantEndpoints.Person, out var value)) return new Concerned(null);
        return Guid.TryParseExact(value as string, "D", out var id) ? new Concerned(id) : null;
    }

    private sealed record Concerned(Guid? Id);
}

using IpPlatform.Domain.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Access;

/// <summary>
/// The one way to map a tenant's endpoints. Each names its action; <see cref="AccessMiddleware"/> refuses what names none. The list
/// of endpoints is the router's own, so that probes over it leave nothing out.
/// </summary>
public sealed class TenantEndpoints(IEndpointRouteBuilder routes)
{
    /// <summary>Name of the route value with a person's id.</summary>
    public const string Person = "person";

    /// <summary>Name of the route value with a case's id; the person concerned is the case's.</summary>
    public const string Case = "case";

    private readonly RouteGroupBuilder _tenant = routes.MapGroup("/{slug}");

    /// <summary>Maps something that takes an admission.</summary>
    public IEndpointConventionBuilder Map(string method, string pattern, EndpointSurface surface, PlatformAction action, RequestDelegate handler) =>
        _tenant.MapMethods(pattern, [method], handler).WithMetadata(new EndpointAccess(surface, action));

    /// <summary>Maps something that anybody may see.</summary>
    public IEndpointConventionBuilder MapPublic(string method, string pattern, EndpointSurface surface, RequestDelegate handler) =>
        _tenant.MapMethods(pattern, [method], handler).WithMetadata(new EndpointAccess(surface, null));
}

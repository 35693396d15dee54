using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IpPlatform.Web.Edge;

/// <summary>
/// Refuses what did not pass the gateway: every request but health checks carries the gateway's signature over exactly this method,
/// target and tenant. Nothing that a caller writes decides which tenant it is.
/// </summary>
public sealed class EdgeGuard(RequestDelegate next, EdgeSignature signature, SiloReadiness readiness)
{
    /// <summary>Called first in the pipeline.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/health")) return next(context);
        var headers = context.Request.Headers;
        var (tenant, slug) = (headers[EdgeHeaders.Tenant].ToString(), headers[EdgeHeaders.Slug].ToString());
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!signature.Verify(headers[EdgeHeaders.Signature], context.Request.Method, target, tenant, slug))
        {
            return Problem.WriteAsync(context, StatusCodes.Status403Forbidden, "EDGE_SIGNATURE");
        }

        // The gateway sends what comes after the beginning of the end to another silo.
        if (readiness.Draining) return Problem.TryAgain(context);
        context.Features.Set(new TenantRoute(TenantId.TryParse(tenant, out var id) ? id : null, slug));
        return next(context);
    }
}

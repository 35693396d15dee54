using IpPlatform.Storage.Tenancy;
using IpPlatform.Web.Access;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Municipalities;

/// <summary>Sends the logos of a municipality, each under the hash of its bytes: what is there never changes, so browsers keep it for good.</summary>
public sealed class LogoEndpoint(LogoStore logos)
{
    /// <summary>Maps it.</summary>
    public void Map(TenantEndpoints endpoints) => endpoints.MapPublic("GET", "/logo/{hash}.png", EndpointSurface.Api, SendAsync);

    private async Task SendAsync(HttpContext context)
    {
        var hash = (string)context.Request.RouteValues["hash"]!;
        if (context.Features.Get<TenantRoute>()?.Tenant is not { } tenant || await logos.FindAsync(tenant, hash, context.RequestAborted) is not { } png)
        {
            await Problem.NotFound(context);
            return;
        }

        context.Response.ContentType = "image/png";
        context.Response.ContentLength = png.Length;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await context.Response.Body.WriteAsync(png, context.RequestAborted);
    }
}

using System.Globalization;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Edge;

/// <summary>What the gateway asks of a silo; never routed from outside.</summary>
public sealed class EdgeEndpoints(EdgeFeed feed, SiloReadiness readiness)
{
    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/edge/config", FollowAsync).WithMetadata(new OutsideTenants());
        routes.MapGet("/health/live", context => context.Response.WriteAsync("live")).WithMetadata(new OutsideTenants());
        routes.MapGet("/health/ready", ReadyAsync).WithMetadata(new OutsideTenants());
    }

    private async Task FollowAsync(HttpContext context)
    {
        var wait = int.TryParse(context.Request.Query["wait"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, 30) : 0;
        await Answer.JsonAsync(context, await feed.FollowAsync(context.Request.Query["after"].ToString(), TimeSpan.FromSeconds(wait), context.RequestAborted));
    }

    private Task ReadyAsync(HttpContext context)
    {
        context.Response.StatusCode = readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(readiness.Ready ? "ready" : readiness.Draining ? "draining" : "starting");
    }
}

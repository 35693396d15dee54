using IpPlatform.Gateway.Silos;

namespace IpPlatform.Gateway.Configuration;

/// <summary>What the gateway says of itself.</summary>
internal static class OperatorAnswers
{
    public static Task ReadyAsync(HttpContext context, EdgeState state)
    {
        context.Response.StatusCode = state.Current is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return context.Response.WriteAsync(state.Current is null ? "starting" : "ready");
    }

    public static Task ConfigAsync(HttpContext context, EdgeState state, SiloList silos)
    {
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(new
        {
            revision = state.Current?.Revision,
            since = state.Since,
            tenants = state.Current?.Tenants.Select(tenant => tenant.Slug) ?? [],
            versions = state.Current?.Tenants.ToDictionary(tenant => tenant.Slug, tenant => tenant.Version),
            silos = silos.All.Select(silo => new { silo.Name, silo.Healthy }),
            lastError = state.LastError,
        });
    }
}

using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Links;
using IpPlatform.Web.Access;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Municipalities;

/// <summary>
/// A municipality's own pages, built from its own configuration: what, who, how, what it costs, what next, complaint, contact. All on
/// one page, or a page for each service (O-014). The services have the same addresses either way, so a link keeps leading there.
/// </summary>
public sealed class MunicipalityPages(PageFrames frames, LinkWatch links)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.MapPublic("GET", "", EndpointSurface.Page, ShowAsync);
        foreach (var service in Enum.GetValues<MunicipalService>())
        {
            endpoints.MapPublic("GET", $"/{PublicSections.AddressOf(service)}", EndpointSurface.Page, context => ShowAsync(context, service));
        }
    }

    private string[] HiddenIn(HttpContext context) => context.Features.Get<TenantRoute>() is { Tenant: { } tenant } ? [.. links.HiddenOf(tenant).Select(state => state.Url)] : [];

    private Task ShowAsync(HttpContext context) => PageFrames.WriteAsync<MunicipalityPage>(context, new { Frame = frames.Of(context), Hidden = HiddenIn(context) });

    private Task ShowAsync(HttpContext context, MunicipalService service)
    {
        var frame = frames.Of(context);
        if (!frame.Municipality!.Services.Contains(service)) return Problem.NotFound(context);
        if (frame.Municipality.PageLayout == PageLayout.Split) return PageFrames.WriteAsync<ServicePage>(context, new { Frame = frame, Service = service, Hidden = HiddenIn(context) });
        context.Response.Redirect($"/{frame.Slug}#{PublicSections.BlockOf(service)}");
        return Task.CompletedTask;
    }
}

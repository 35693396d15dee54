using IpPlatform.Web.Access;
using IpPlatform.Web.Layout;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Municipalities;

/// <summary>A municipality's own page, built from its own configuration: what, who, how, what next, complaint, contact (O-014 to O-016).</summary>
public sealed class MunicipalityPages(PageFrames frames)
{
    /// <summary>Maps it.</summary>
    public void Map(TenantEndpoints endpoints) => endpoints.MapPublic("GET", "", EndpointSurface.Page, ShowAsync);

    private Task ShowAsync(HttpContext context) => PageFrames.WriteAsync<MunicipalityPage>(context, new { Frame = frames.Of(context) });
}

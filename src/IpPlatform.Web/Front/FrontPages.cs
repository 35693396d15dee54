using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.National;
using IpPlatform.Web.Access;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Front;

/// <summary>The way in: find the municipality, and an honest page for those that are not here (O-027).</summary>
public sealed class FrontPages(TenantCatalogue catalogue, PageFrames frames)
{
    private const int LongestQuery = 60;

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ChooseAsync).WithMetadata(new OutsideTenants());
        routes.MapGet("/kommune/{number}", AwayAsync).WithMetadata(new OutsideTenants());
    }

    private Task ChooseAsync(HttpContext context)
    {
        var query = context.Request.Query["q"].ToString().Trim();
        if (query.Length > LongestQuery) query = query[..LongestQuery];
        var here = catalogue.Current.Tenants;
        var found = NationalMunicipalities.Search(query)
            .Select(one => new MunicipalityHit(one.Name, one.County, here.FirstOrDefault(tenant => tenant.Municipality.Number == one.Number)?.Slug, one.Number))
            .ToArray();
        return PageFrames.WriteAsync<FrontPage>(context, new { Frame = frames.Of(context, forms: false), Query = query, Hits = found, Here = here.Select(HitOf).OrderBy(hit => hit.Name, StringComparer.Ordinal).ToArray() });
    }

    private Task AwayAsync(HttpContext context)
    {
        if (NationalMunicipalities.Find((string)context.Request.RouteValues["number"]!) is not { } one) return Problem.NotFound(context);
        if (catalogue.Current.Tenants.FirstOrDefault(tenant => tenant.Municipality.Number == one.Number) is { } tenant)
        {
            context.Response.Redirect($"/{tenant.Slug}");
            return Task.CompletedTask;
        }

        return PageFrames.WriteAsync<AwayPage>(context, new { Frame = frames.Of(context, forms: false), Municipality = one });
    }

    private static MunicipalityHit HitOf(CatalogueTenant tenant) =>
        new(tenant.Municipality.Name, NationalMunicipalities.Find(tenant.Municipality.Number)?.County ?? "", tenant.Slug, tenant.Municipality.Number);
}

/// <summary>A municipality in a list; <paramref name="Slug"/> is null when it is not on the platform.</summary>
public sealed record MunicipalityHit(string Name, string County, string? Slug, string Number)
{
    /// <summary>Where its link leads.</summary>
    public string Address => Slug is null ? $"/kommune/{Number}" : $"/{Slug}";
}

using System.Text;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Links;
using IpPlatform.Web.Access;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Municipalities;

/// <summary>
/// The film of a municipality, on a page of its own (O-010). The host is asked only by who has chosen it: the choice is a query, so that
/// it works without scripts, and only that answer's content policy knows the host.
/// </summary>
public sealed class FilmPages(PageFrames frames, LinkWatch links)
{
    /// <summary>The query that says that the reader wants to see it.</summary>
    public const string Choice = "vis";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.MapPublic("GET", "/film", EndpointSurface.Page, ShowAsync);
        endpoints.MapPublic("GET", "/film/teksting/{language}", EndpointSurface.Api, CaptionsAsync);
    }

    private Task ShowAsync(HttpContext context)
    {
        var frame = frames.Of(context);
        if (frame.Municipality?.Film is not { } film) return Problem.NotFound(context);
        var away = links.HiddenOf(context.Features.Get<TenantRoute>()!.Tenant!.Value).Any(state => state.Url == film.Url);
        var chosen = !away && context.Request.Query[Choice] == "ja";
        if (chosen) context.Response.Headers.ContentSecurityPolicy = $"{FaultMiddleware.ContentSecurityPolicy}; {Allowing(film)}";
        return PageFrames.WriteAsync<FilmPage>(context, new { Frame = frame, Chosen = chosen, Away = away });
    }

    private async Task CaptionsAsync(HttpContext context)
    {
        if (frames.Of(context, forms: false).Municipality?.Film?.Captions?.In((string)context.Request.RouteValues["language"]!) is not { } captions)
        {
            await Problem.NotFound(context);
            return;
        }

        context.Response.ContentType = "text/vtt; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(captions), context.RequestAborted);
    }

    // Captions are ours, the film is not.
    private static string Allowing(MunicipalFilm film)
    {
        var origin = $"https://{film.Host()}{(new Uri(film.Url) is { IsDefaultPort: false } url ? $":{url.Port}" : "")}";
        return film.Kind == FilmKind.Video ? $"media-src 'self' {origin}" : $"frame-src {origin}";
    }
}

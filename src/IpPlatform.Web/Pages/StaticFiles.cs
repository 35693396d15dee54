using System.Collections.Frozen;
using IpPlatform.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Pages;

/// <summary>The few files that pages load, from the assembly itself: the same from a build folder and a published one.</summary>
internal static class StaticFiles
{
    private static readonly FrozenDictionary<string, (string Type, byte[] Content)> Files = new Dictionary<string, (string, byte[])>
    {
        ["plain.css"] = ("text/css; charset=utf-8", Read("plain.css")),
        ["forms.js"] = ("text/javascript; charset=utf-8", Read("forms.js")),
        ["live.js"] = ("text/javascript; charset=utf-8", Read("live.js")),
    }.ToFrozenDictionary();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/_static/{file}", SendAsync).WithMetadata(new OutsideTenants());

    private static Task SendAsync(HttpContext context)
    {
        if (!Files.TryGetValue((string)context.Request.RouteValues["file"]!, out var file)) return Problems.Problem.NotFound(context);
        context.Response.ContentType = file.Type;
        context.Response.Headers.CacheControl = "max-age=300";
        return context.Response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(StaticFiles).Assembly.GetManifestResourceStream($"IpPlatform.Web.wwwroot.{name}")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

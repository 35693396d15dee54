using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using IpPlatform.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Layout;

/// <summary>
/// The few files that pages load, from the assembly itself: the same from a build folder and a published one. Their addresses carry
/// a hash of the content, so that browsers keep them for good and a new version is fetched at once.
/// </summary>
internal static class StaticFiles
{
    private const string Prefix = "static/";

    private static readonly FrozenDictionary<string, StaticFile> Files = typeof(StaticFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read);

    /// <summary>The address of a file.</summary>
    public static string Address(string name) => $"/_static/{name}?v={Files[name].Hash}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/_static/{file}", SendAsync).WithMetadata(new OutsideTenants());

    private static Task SendAsync(HttpContext context)
    {
        if (!Files.TryGetValue((string)context.Request.RouteValues["file"]!, out var file)) return Problems.Problem.NotFound(context);
        var response = context.Response;
        response.ContentType = file.Type;
        response.Headers.CacheControl = context.Request.Query["v"] == file.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        var content = file.Content;
        if (file.Compressed is { } compressed && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = "br";
            content = compressed.Value;
        }

        response.ContentLength = content.Length;
        return response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static StaticFile Read(string resource)
    {
        using var stream = typeof(StaticFiles).Assembly.GetManifestResourceStream(resource)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        var type = Path.GetExtension(resource) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".woff2" => "font/woff2",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"No media type for {other}."),
        };
        var text = type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal);
        return new StaticFile(type, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], text ? new Lazy<byte[]>(() => Compress(bytes)) : null);
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal)) brotli.Write(content);
        return compressed.ToArray();
    }

    private sealed record StaticFile(string Type, byte[] Content, string Hash, Lazy<byte[]>? Compressed);
}

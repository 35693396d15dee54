using System.Text.Json;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Commands;

/// <summary>Writes successful answers of the API.</summary>
public static class Answer
{
    /// <summary>A command was carried out: the stream's version, and the id of what was created.</summary>
    public static Task CommandAsync(HttpContext context, long version, Guid? id = null) => JsonAsync(context, new Carried(version, id));

    /// <summary>Any value.</summary>
    public static Task JsonAsync<T>(HttpContext context, T value)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, WebJson.Options), context.RequestAborted).AsTask();
    }

    private sealed record Carried(long Version, Guid? Id);
}

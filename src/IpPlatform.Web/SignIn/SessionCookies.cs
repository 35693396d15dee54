using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace IpPlatform.Web.SignIn;

/// <summary>
/// The session cookie's name. With the prefix a browser takes it only over https, from this very host and for all of it, so that no
/// neighbouring host can plant one. Over http, which only development has, browsers would not take that name.
/// </summary>
public sealed class SessionCookies(IHostEnvironment environment) : ICookieManager
{
    /// <summary>The name without the prefix.</summary>
    public const string PlainName = "ip-session";

    private const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _cookies = new();

    /// <summary>Whether the request brought a session.</summary>
    public bool IsIn(HttpContext context) => context.Request.Cookies.ContainsKey(NameFor(context, PlainName));

    /// <summary>Takes every session out of a request, under either name.</summary>
    public static void RemoveFrom(HttpRequest request) =>
        request.Headers.Cookie = string.Join("; ", request.Headers.Cookie.ToString().Split(';', StringSplitOptions.TrimEntries)
            .Where(cookie => !cookie.StartsWith(PlainName, StringComparison.Ordinal) && !cookie.StartsWith(Prefix + PlainName, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameFor(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameFor(context, key), value, options);

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, NameFor(context, key), options);

    private string NameFor(HttpContext context, string key) => environment.IsProduction() || context.Request.IsHttps ? Prefix + key : key;
}

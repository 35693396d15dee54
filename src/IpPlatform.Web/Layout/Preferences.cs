using System.Text.RegularExpressions;
using IpPlatform.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.Layout;

/// <summary>The reader's language, colours and keys: a plain link that sets a cookie and leads back, so that it works without scripts.</summary>
internal static partial class Preferences
{
    /// <summary>Cookie with nn, nb or en.</summary>
    public const string Language = "sprak";

    private const string Colours = "fargar";
    private const string Shortcuts = "snarvegar";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/val/{what}/{value}", ChooseAsync).WithMetadata(new OutsideTenants());

    /// <summary>auto, light or dark.</summary>
    public static string SchemeOf(HttpRequest request) => request.Cookies[Colours] is "light" or "dark" ? request.Cookies[Colours]! : "auto";

    /// <summary>Single keys do something, unless the reader has switched them off.</summary>
    public static bool HasShortcuts(HttpRequest request) => request.Cookies[Shortcuts] is not "av";

    private static Task ChooseAsync(HttpContext context)
    {
        var (what, value) = ((string)context.Request.RouteValues["what"]!, (string)context.Request.RouteValues["value"]!);
        var known = (what, value) is (Language, "nn" or "nb" or "en") or (Colours, "auto" or "light" or "dark") or (Shortcuts, "av" or "pa");
        if (!known) return Problems.Problem.NotFound(context);
        context.Response.Cookies.Append(what, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps });
        var back = context.Request.Query["attende"].ToString();
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = OwnPath().IsMatch(back) ? back : "/";
        return Task.CompletedTask;
    }

    /// <summary>An address on this site: one slash, then plain segments.</summary>
    [GeneratedRegex("^/(?!/)[A-Za-z0-9/_.-]*\\z")]
    private static partial Regex OwnPath();
}

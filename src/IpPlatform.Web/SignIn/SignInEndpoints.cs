using System.Security.Cryptography;
using System.Text.RegularExpressions;
using IpPlatform.Storage.Sessions;
using IpPlatform.Web.Access;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.SignIn;

/// <summary>Signing in and out. The tenant and the way back travel in the provider flow's protected state.</summary>
public sealed partial class SignInEndpoints(IAntiforgery antiforgery, SessionStore sessions, SignInOptions options, TimeProvider time, ILogger<SignInEndpoints> logger)
{
    internal const string TenantItem = "tenant";
    internal const string SessionItem = "session";
    internal const string SchemeItem = "scheme";

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes, TenantEndpoints tenant)
    {
        tenant.MapPublic("GET", "/logg-inn", EndpointSurface.Page, SignInAsync);
        tenant.MapPublic("POST", "/logg-ut", EndpointSurface.Page, SignOutAsync);
        routes.MapGet("/logg-inn/feil", FailedAsync).WithMetadata(new OutsideTenants());
        routes.MapGet("/signout-oidc/{scheme}", EndByProviderAsync).WithMetadata(new OutsideTenants());
    }

    private async Task SignInAsync(HttpContext context)
    {
        var route = context.Features.Get<TenantRoute>()!;
        var scheme = context.Request.Query["som"] == SignInSchemes.Staff ? SignInSchemes.Staff : SignInSchemes.Citizens;
        var properties = new AuthenticationProperties
        {
            RedirectUri = WayBack(route.Slug, context.Request.Query["til"], scheme == SignInSchemes.Staff ? "arbeid" : "mi-side"),
            ExpiresUtc = time.GetUtcNow() + ServerSessions.Absolute,
            IsPersistent = false,
        };
        properties.Items[TenantItem] = route.Tenant!.Value.Value;
        properties.Items[SchemeItem] = scheme;
        properties.Items[SessionItem] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        try
        {
            await context.ChallengeAsync(scheme, properties);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            // The provider does not answer or refuses the pushed request. The message could quote the request: only its type is kept.
            SignInLog.Unavailable(logger, scheme, failure.GetType().Name);
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "SIGN_IN_UNAVAILABLE");
        }
    }

    private async Task SignOutAsync(HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "ANTIFORGERY");
            return;
        }

        await context.SignOutAsync(SignInSchemes.Session);
        context.Response.Redirect($"/{context.Features.Get<TenantRoute>()!.Slug}");
    }

    /// <summary>Front-channel logout: the provider names its session, and every session here that came of it ends.</summary>
    private async Task EndByProviderAsync(HttpContext context)
    {
        var provider = (string?)context.Request.RouteValues["scheme"] == SignInSchemes.Staff ? options.Staff : options.Citizens;
        if (context.Request.Query["iss"] != provider.Authority || context.Request.Query["sid"].ToString() is not { Length: > 0 } sid)
        {
            await Problem.NotFound(context);
            return;
        }

        await sessions.RemoveBySidAsync(sid, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
    }

    private static Task FailedAsync(HttpContext context)
    {
        var code = context.Request.Query["kvifor"].ToString() switch
        {
            "niva" => "SIGN_IN_LEVEL",
            "avbroten" => "SIGN_IN_CANCELLED",
            _ => "SIGN_IN_FAILED",
        };
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        var texts = UiTexts.For(context);
        return ProblemPage.WriteAsync(context, texts, context.Response.StatusCode, texts.Problem(code));
    }

    /// <summary>Only an address of the same tenant: signing in leads nobody elsewhere.</summary>
    private static string WayBack(string slug, string? wanted, string otherwise) =>
        wanted is not null && wanted.StartsWith($"/{slug}/", StringComparison.Ordinal) && PlainPath().IsMatch(wanted) && !wanted.Contains("..", StringComparison.Ordinal)
            ? wanted
            : $"/{slug}/{otherwise}";

    [GeneratedRegex("^(/[A-Za-z0-9._-]+)+/?(\\?[A-Za-z0-9=&._-]*)?\\z")]
    private static partial Regex PlainPath();
}

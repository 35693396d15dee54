using System.Security.Cryptography;
using System.Text.RegularExpressions;
using IpPlatform.Storage.Sessions;
using IpPlatform.Web.Access;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Layout;
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
public sealed partial class SignInEndpoints(IAntiforgery antiforgery, SessionStore sessions, SignInOptions options, PageFrames frames, TimeProvider time, ILogger<SignInEndpoints> logger)
{
    internal const string TenantItem = "tenant";
    internal const string SessionItem = "session";
    internal const string SchemeItem = "scheme";

    /// <summary>Where the reader of a tenant's page signs in and comes back from: citizens have "mine", and what staff read is all the rest.</summary>
    internal static string AddressFor(HttpContext context)
    {
        var slug = context.Features.Get<TenantRoute>()!.Slug;
        var path = context.Request.Path;
        var staff = path.StartsWithSegments($"/{slug}/mi-side") || context.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>()?.Action is null ? "" : $"som={SignInSchemes.Staff}&";
        // Not every address that something is sent to is a page.
        var back = HttpMethods.IsGet(context.Request.Method) ? $"til={Uri.EscapeDataString(path + context.Request.QueryString)}" : "";
        return $"/{slug}/logg-inn?{staff}{back}".TrimEnd('?', '&');
    }

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes, TenantEndpoints tenant)
    {
        tenant.MapPublic("GET", "/logg-inn", EndpointSurface.Page, SignInAsync);
        tenant.MapPublic("POST", "/logg-ut", EndpointSurface.Page, SignOutAsync);
        tenant.MapPublic("GET", "/logg-inn/feil", EndpointSurface.Page, FailedAsync);
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
            ExpiresUtc = time.GetUtcNow() + SessionLifetime.Absolute,
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
            await SignInFailure.WriteUnavailableAsync(context);
        }
    }

    private async Task SignOutAsync(HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "ANTIFORGERY");
            return;
        }

        var front = $"/{context.Features.Get<TenantRoute>()!.Slug}";
        var session = await context.AuthenticateAsync(SignInSchemes.Session);
        // First here, whatever becomes of the rest.
        await context.SignOutAsync(SignInSchemes.Session);
        if (session.Properties?.GetString(SchemeItem) is not { } scheme)
        {
            context.Response.Redirect(front);
            return;
        }

        var next = await TryEndAtProviderAsync(context, scheme, front);
        // Not a redirect: the policy lets a form lead nowhere but here, and the redirects after it count as the form's.
        if (next is not null) context.Response.Headers["Refresh"] = $"0; url={next}";
        var frame = frames.Of(context, forms: false);
        await PageFrames.WriteAsync<SignedOutPage>(context, new { Frame = frame, Next = next });
    }

    /// <summary>Where the provider ends its own session and sends the browser back from; null when the provider cannot be asked.</summary>
    private async Task<string?> TryEndAtProviderAsync(HttpContext context, string scheme, string back)
    {
        try
        {
            await context.SignOutAsync(scheme, new AuthenticationProperties { RedirectUri = back });
            var next = context.Response.Headers.Location.ToString();
            context.Response.Headers.Location = default;
            return next;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            SignInLog.Unavailable(logger, scheme, failure.GetType().Name);
            return null;
        }
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
        (int Status, string Code)? failed = context.Request.Query["kvifor"].ToString() switch
        {
            SignInFailure.LevelTooLow => (StatusCodes.Status403Forbidden, "SIGN_IN_LEVEL"),
            SignInFailure.Cancelled => (StatusCodes.Status403Forbidden, "SIGN_IN_CANCELLED"),
            SignInFailure.Unavailable => (StatusCodes.Status503ServiceUnavailable, "SIGN_IN_UNAVAILABLE"),
            SignInFailure.Other => (StatusCodes.Status403Forbidden, "SIGN_IN_FAILED"),
            _ => null,
        };
        if (failed is not { } failure) return Problem.NotFound(context);
        var texts = UiTexts.For(context);
        var again = context.Features.Get<TenantRoute>() is { Tenant: not null } route
            ? $"/{route.Slug}/logg-inn{(context.Request.Query["som"] == SignInSchemes.Staff ? $"?som={SignInSchemes.Staff}" : "")}"
            : null;
        return ProblemPage.WriteAsync(context, texts, failure.Status, texts.Problem(failure.Code), again);
    }

    /// <summary>Only an address of the same tenant: signing in leads nobody elsewhere.</summary>
    private static string WayBack(string slug, string? wanted, string otherwise) =>
        wanted is not null && wanted.StartsWith($"/{slug}/", StringComparison.Ordinal) && PlainPath().IsMatch(wanted) && !wanted.Contains("..", StringComparison.Ordinal)
            ? wanted
            : $"/{slug}/{otherwise}";

    [GeneratedRegex("^(/[A-Za-z0-9._-]+)+/?(\\?[A-Za-z0-9=&._-]*)?\\z")]
    private static partial Regex PlainPath();
}

using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.SignIn;

/// <summary>Finds who has signed in: by a bearer token outside Production, else by the session cookie.</summary>
public sealed class SignInMiddleware(RequestDelegate next, IServiceProvider services)
{
    private const string Bearer = "Bearer ";

    private readonly TestTokens? _tokens = (TestTokens?)services.GetService(typeof(TestTokens));

    /// <summary>Called by the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // Signing in begins a session of its own: one that the browser brought along would otherwise be renewed under its old handle,
        // and whoever had planted that handle would be signed in too.
        if (context.Request.Path.StartsWithSegments("/signin-oidc")) ForgetSession(context.Request);
        else if (await FindAsync(context) is { } user) context.Features.Set(user);
        await next(context);
    }

    private static void ForgetSession(HttpRequest request) =>
        request.Headers.Cookie = string.Join("; ", request.Headers.Cookie.ToString().Split(';', StringSplitOptions.TrimEntries)
            .Where(cookie => !cookie.StartsWith(SignInRegistration.CookieName, StringComparison.Ordinal)));

    private async ValueTask<SignedInUser?> FindAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.Ordinal))
        {
            return _tokens is null ? null : await _tokens.ValidateAsync(authorization[Bearer.Length..], context.RequestAborted);
        }

        if (!context.Request.Cookies.ContainsKey(SignInRegistration.CookieName)) return null;
        var session = await context.AuthenticateAsync(SignInSchemes.Session);
        if (!session.Succeeded) return null;
        var kind = session.Properties.GetString(SignInEndpoints.SchemeItem) == SignInSchemes.Citizens ? CallerKind.Citizen : CallerKind.Staff;
        var subject = session.Principal.FindFirst(kind == CallerKind.Citizen ? "pid" : "sub")?.Value;
        return subject is not null && TenantId.TryParse(session.Properties.GetString(SignInEndpoints.TenantItem), out var tenant)
            ? new SignedInUser(kind, subject, session.Properties.GetString(SignInEndpoints.SessionItem)!, tenant)
            : null;
    }
}

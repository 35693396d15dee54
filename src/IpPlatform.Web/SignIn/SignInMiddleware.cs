using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.SignIn;

/// <summary>Finds who has signed in: by a bearer token outside Production, else by the session cookie.</summary>
public sealed class SignInMiddleware(RequestDelegate next, SessionCookies cookies, IServiceProvider services, ILogger<SignInMiddleware> logger)
{
    private const string Bearer = "Bearer ";

    private readonly TestTokens? _tokens = (TestTokens?)services.GetService(typeof(TestTokens));

    /// <summary>Called by the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // Signing in begins a session of its own: one that the browser brought along would otherwise be renewed under its old handle,
        // and whoever had planted that handle would be signed in too.
        if (context.Request.Path.StartsWithSegments("/signin-oidc")) SessionCookies.RemoveFrom(context.Request);
        else if (context.Request.Headers.Authorization.ToString() is { } authorization && authorization.StartsWith(Bearer, StringComparison.Ordinal))
        {
            if (!await TrySetByTokenAsync(context, authorization[Bearer.Length..])) return;
        }
        else if (await FindAsync(context) is { } user) context.Features.Set(user);

        await next(context);
    }

    /// <summary>False when nobody can say now whether the token is good, which is said.</summary>
    private async Task<bool> TrySetByTokenAsync(HttpContext context, string token)
    {
        if (_tokens is null) return true;
        try
        {
            if (await _tokens.ValidateAsync(token, context.RequestAborted) is { } user) context.Features.Set(user);
            return true;
        }
        catch (Exception failure) when (SignInFailure.IsSilence(failure) && !context.RequestAborted.IsCancellationRequested)
        {
            SignInLog.Unavailable(logger, "token", failure.GetType().Name);
            await SignInFailure.WriteUnavailableAsync(context);
            return false;
        }
    }

    private async ValueTask<SignedInUser?> FindAsync(HttpContext context)
    {
        if (!cookies.IsIn(context)) return null;
        var session = await context.AuthenticateAsync(SignInSchemes.Session);
        if (!session.Succeeded)
        {
            context.Features.Set(new SessionEnded());
            return null;
        }

        var kind = ServerSessions.KindOf(session.Properties);
        var subject = session.Principal.FindFirst(kind == CallerKind.Citizen ? "pid" : "sub")?.Value;
        return subject is not null && TenantId.TryParse(session.Properties.GetString(SignInEndpoints.TenantItem), out var tenant)
            ? new SignedInUser(kind, subject, session.Properties.GetString(SignInEndpoints.SessionItem)!, tenant)
            : null;
    }
}

using IpPlatform.Domain.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace IpPlatform.Web.SignIn;

/// <summary>The platform as a client of a provider: code flow with PKCE, pushed request, private_key_jwt.</summary>
internal static class OpenIdClients
{
    public static AuthenticationBuilder AddProvider(this AuthenticationBuilder builder, string scheme, ProviderOptions provider, NationalIdPolicy nationalIds)
    {
        var assertions = new ClientAssertions(provider);
        return builder.AddOpenIdConnect(scheme, options =>
        {
            options.Authority = provider.Authority;
            options.ClientId = provider.ClientId;
            options.SignInScheme = SignInSchemes.Session;
            options.CallbackPath = $"/signin-oidc/{scheme}";
            // The handler's own needs the session cookie, which a provider's hidden frame does not bring: see SignInEndpoints.
            options.RemoteSignOutPath = default;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Require;
            options.RequireHttpsMetadata = !provider.Authority.StartsWith("http://", StringComparison.Ordinal);
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.GetClaimsFromUserInfoEndpoint = false;
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("profile");
            options.ClaimActions.Remove("acr");
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            if (scheme == SignInSchemes.Citizens)
            {
                options.AdditionalAuthorizationParameters["acr_values"] = SignInSchemes.LevelHigh;
                options.AdditionalAuthorizationParameters["ui_locales"] = "nn nb";
            }

            options.Events = Events(scheme, assertions, nationalIds);
        });
    }

    private static OpenIdConnectEvents Events(string scheme, ClientAssertions assertions, NationalIdPolicy nationalIds) => new()
    {
        OnPushAuthorization = context =>
        {
            context.ProtocolMessage.ClientAssertionType = ClientAssertions.Type;
            context.ProtocolMessage.ClientAssertion = assertions.Create();
            context.HandleClientAuthentication();
            return Task.CompletedTask;
        },
        OnAuthorizationCodeReceived = context =>
        {
            context.TokenEndpointRequest!.ClientAssertionType = ClientAssertions.Type;
            context.TokenEndpointRequest.ClientAssertion = assertions.Create();
            return Task.CompletedTask;
        },
        OnTokenValidated = context =>
        {
            // The provider may give a lower level than was asked for; that opens nothing here (O-118).
            var principal = context.Principal!;
            if (scheme == SignInSchemes.Citizens
                && (principal.FindFirst("acr")?.Value != SignInSchemes.LevelHigh || nationalIds.Check(principal.FindFirst("pid")?.Value) is not null))
            {
                context.Fail(SignInFailure.LevelTooLow);
                return Task.CompletedTask;
            }

            context.Properties!.SetString(ServerSessions.Sid, principal.FindFirst("sid")?.Value);
            return Task.CompletedTask;
        },
        OnRemoteFailure = context =>
        {
            var why = context.Failure?.Message == SignInFailure.LevelTooLow ? "niva" : context.Request.Query["error"] == "access_denied" ? "avbroten" : "feil";
            context.HandleResponse();
            context.Response.Redirect($"/logg-inn/feil?kvifor={why}");
            return Task.CompletedTask;
        },
    };
}

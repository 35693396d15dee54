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
            options.SignedOutCallbackPath = $"/signout-oidc/{scheme}/tilbake";
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            // Sooner than the gateway gives up on us.
            options.BackchannelTimeout = TimeSpan.FromSeconds(5);
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
                // Failing here leaves the properties behind.
                context.HttpContext.Features.Set(context.Properties);
                context.Fail(SignInFailure.LevelTooLowMessage);
                return Task.CompletedTask;
            }

            context.Properties!.SetString(ServerSessions.Sid, principal.FindFirst("sid")?.Value);
            // Providers take it as proof, when the person signs out, that it is she who asks: without it they ask again and do not send her back.
            context.Properties!.StoreTokens([new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = context.TokenEndpointResponse!.IdToken }]);
            return Task.CompletedTask;
        },
        OnRemoteFailure = context =>
        {
            // The state is protected, so the way back is ours; without it nobody knows which municipality this began at.
            var slug = (context.Properties ?? context.HttpContext.Features.Get<AuthenticationProperties>())?.RedirectUri?.Split('/')[1];
            context.HandleResponse();
            context.Response.Redirect($"{(slug is null ? "" : $"/{slug}")}/logg-inn/feil?kvifor={SignInFailure.Of(context)}&som={scheme}");
            return Task.CompletedTask;
        },
    };
}

using IpPlatform.Domain.Identity;
using IpPlatform.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IpPlatform.Web.SignIn;

/// <summary>Registers signing in.</summary>
public static class SignInRegistration
{
    /// <summary>What it cannot do without.</summary>
    public static IReadOnlyList<string> Settings { get; } =
    [
        .. from provider in new[] { nameof(SignInOptions.Citizens), nameof(SignInOptions.Staff) }
           from name in new[] { nameof(ProviderOptions.Authority), nameof(ProviderOptions.ClientId), nameof(ProviderOptions.KeyFile) }
           select $"IpPlatform:Identity:{provider}:{name}",
    ];

    /// <summary>Adds providers, sessions and, outside Production, test tokens.</summary>
    public static IServiceCollection AddIpSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        RequiredSettings.Check(configuration, Settings);
        var options = configuration.GetRequiredSection("IpPlatform:Identity").Get<SignInOptions>()!;
        if (environment.IsProduction()) ProductionSettings.Check(options);
        var nationalIds = new NationalIdPolicy(environment.IsProduction());
        services.AddSingleton(nationalIds);
        services.AddSingleton(options);
        services.AddSingleton<ServerSessions>();
        services.AddSingleton<SessionCookies>();
        services.AddSingleton<SignInEndpoints>();
        services.AddAuthentication(SignInSchemes.Session)
            .AddCookie(SignInSchemes.Session, cookie =>
            {
                cookie.Cookie.Name = SessionCookies.PlainName;
                cookie.Cookie.Path = "/";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                cookie.SlidingExpiration = false;
            })
            .AddProvider(SignInSchemes.Citizens, options.Citizens, nationalIds)
            .AddProvider(SignInSchemes.Staff, options.Staff, nationalIds);
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        if (options.TestTokens is { } tokens && !environment.IsProduction())
        {
            services.AddSingleton(new TestTokens(tokens, new HttpClient { Timeout = TimeSpan.FromSeconds(5) }, nationalIds));
        }

        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "ip-form";
            // Not strict: who comes back from the provider in one tab would get a new one, and what she writes in another could not be sent.
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            antiforgery.HeaderName = "X-CSRF";
        });
        return services;
    }

    private sealed class SessionCookie(ServerSessions sessions, SessionCookies cookies) : IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public void PostConfigure(string? name, CookieAuthenticationOptions options) => (options.SessionStore, options.CookieManager) = (sessions, cookies);
    }
}

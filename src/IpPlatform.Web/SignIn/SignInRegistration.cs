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
    /// <summary>Name of the session cookie.</summary>
    public const string CookieName = "ip-session";

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
        var nationalIds = new NationalIdPolicy(environment.IsProduction());
        services.AddSingleton(nationalIds);
        services.AddSingleton(options);
        services.AddSingleton<ServerSessions>();
        services.AddSingleton<SignInEndpoints>();
        services.AddAuthentication(SignInSchemes.Session)
            .AddCookie(SignInSchemes.Session, cookie =>
            {
                cookie.Cookie.Name = CookieName;
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
            antiforgery.Cookie.SecurePolicy = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            antiforgery.HeaderName = "X-CSRF";
        });
        return services;
    }

    private sealed class SessionCookie(ServerSessions sessions) : IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public void PostConfigure(string? name, CookieAuthenticationOptions options) => options.SessionStore = sessions;
    }
}

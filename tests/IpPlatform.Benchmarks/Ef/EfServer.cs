using IpPlatform.Domain.Identity;
using IpPlatform.EdgeContract;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Problems;
using IpPlatform.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>
/// The comparison's server: the product's own web in front (edge guard, fault answers, tokens, command envelope), EF Core behind.
/// What differs is what is compared.
/// </summary>
internal static class EfServer
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var settings = EfSettings.From(builder.Configuration);
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(EdgeSignature.FromKeyFile(settings.EdgeKey, TimeProvider.System));
        builder.Services.AddSingleton<SiloReadiness>();
        builder.Services.AddSingleton<SessionCookies>();
        builder.Services.AddSingleton(new TestTokens(new TestTokenOptions { Authority = settings.Authority }, new HttpClient(), new NationalIdPolicy(production: false)));
        builder.Services.AddPooledDbContextFactory<PlanContext>(options => PlanContext.Configure(options, settings.Database));
        builder.Services.AddSingleton<EfAccess>();
        builder.Services.AddSingleton<EfPlans>();
        builder.Services.AddSingleton<EfEndpoints>();
        await using var app = builder.Build();
        app.UseMiddleware<FaultMiddleware>();
        app.UseMiddleware<EdgeGuard>();
        app.UseRouting();
        app.UseMiddleware<SignInMiddleware>();
        app.Services.GetRequiredService<EfEndpoints>().Map(app, settings);
        await app.RunAsync();
        return 0;
    }
}

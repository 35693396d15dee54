using IpPlatform.EdgeContract;
using IpPlatform.Storage;
using IpPlatform.Web.Access;
using IpPlatform.Web.Cases;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Configuration;
using IpPlatform.Web.Contacts;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Desks;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Forms;
using IpPlatform.Web.Front;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Live;
using IpPlatform.Web.Municipalities;
using IpPlatform.Web.MyPage;
using IpPlatform.Web.Operations;
using IpPlatform.Web.Plans.Pages;
using IpPlatform.Web.Persons;
using IpPlatform.Web.Plans;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Reports;
using IpPlatform.Web.SignIn;
using IpPlatform.Web.Texts;
using IpPlatform.Web.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpPlatform.Web;

/// <summary>Puts the web together.</summary>
public static class WebHosting
{
    private const string EdgeKeyFile = "IpPlatform:Edge:KeyFile";

    /// <summary>What it cannot do without.</summary>
    public static IReadOnlyList<string> Settings { get; } = [EdgeKeyFile, .. SignInRegistration.Settings];

    /// <summary>Registers pages, API, live feed, sign-in and the edge's contract.</summary>
    public static IServiceCollection AddIpWeb(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        RequiredSettings.Check(configuration, Settings);
        services.AddSingleton(EdgeSignature.FromKeyFile(configuration[EdgeKeyFile]!, TimeProvider.System));
        services.Configure<OperatorOptions>(configuration.GetSection("IpPlatform:Operators"));
        foreach (var type in (Type[])[
            typeof(SiloReadiness), typeof(EdgeFeed), typeof(EdgeEndpoints), typeof(TenantGrains), typeof(CallerResolver), typeof(StandingResolver), typeof(LiveFeed), typeof(LiveStream),
            typeof(PageFrames), typeof(FrontPages), typeof(MunicipalityPages), typeof(ContactCardEndpoints), typeof(ConfigurationEndpoints),
            typeof(FormPost), typeof(FormDrafts), typeof(DraftEndpoints), typeof(ReportPages),
            typeof(CaseDesk), typeof(CaseLetters), typeof(CaseEndpoints), typeof(CasePages),
            typeof(CoordinationDesk), typeof(CoordinationEndpoints), typeof(UnitPages),
            typeof(PersonRegister), typeof(PersonEndpoints), typeof(MyPages),
            typeof(PlanDesk), typeof(PlanEndpoints), typeof(PlanPages),
            typeof(UnitEndpoints), typeof(DeskEndpoints), typeof(DeskPages),
            typeof(OperatorEndpoints), typeof(ApiDescription)])
        {
            services.AddSingleton(type);
        }

        services.AddHostedService(provider => provider.GetRequiredService<EdgeFeed>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.AddDataProtection().SetApplicationName("IpPlatform");
        services.AddRazorComponents();
        services.AddRouting();
        services.AddSingleton(HtmlText.Encoder);
        return services.AddIpSignIn(configuration, environment);
    }

    /// <summary>The pipeline, outermost first.</summary>
    public static WebApplication UseIpWeb(this WebApplication app)
    {
        app.UseMiddleware<FaultMiddleware>();
        app.UseMiddleware<EdgeGuard>();
        // Past the guard these headers are the gateway's own.
        app.UseForwardedHeaders(ForwardedOptions());
        app.UseRouting();
        app.UseMiddleware<SignInMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<AccessMiddleware>();
        var tenant = new TenantEndpoints(app);
        var services = app.Services;
        services.GetRequiredService<EdgeEndpoints>().Map(app);
        services.GetRequiredService<OperatorEndpoints>().Map(app);
        services.GetRequiredService<ApiDescription>().Map(app);
        services.GetRequiredService<SignInEndpoints>().Map(app, tenant);
        services.GetRequiredService<MunicipalityPages>().Map(tenant);
        services.GetRequiredService<MyPages>().Map(tenant);
        services.GetRequiredService<PersonEndpoints>().Map(tenant);
        services.GetRequiredService<PlanEndpoints>().Map(tenant);
        services.GetRequiredService<PlanPages>().Map(tenant);
        services.GetRequiredService<DraftEndpoints>().Map(tenant);
        services.GetRequiredService<ReportPages>().Map(tenant);
        services.GetRequiredService<UnitEndpoints>().Map(tenant);
        services.GetRequiredService<CaseEndpoints>().Map(tenant);
        services.GetRequiredService<CasePages>().Map(tenant);
        services.GetRequiredService<UnitPages>().Map(tenant);
        services.GetRequiredService<CoordinationEndpoints>().Map(tenant);
        services.GetRequiredService<DeskEndpoints>().Map(tenant);
        services.GetRequiredService<DeskPages>().Map(tenant);
        services.GetRequiredService<FrontPages>().Map(app);
        Preferences.Map(app);
        services.GetRequiredService<ConfigurationEndpoints>().Map(tenant);
        services.GetRequiredService<ContactCardEndpoints>().Map(tenant);
        StaticFiles.Map(app);
        return app;
    }

    private static ForwardedHeadersOptions ForwardedOptions()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        return options;
    }
}

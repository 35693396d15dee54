using IpPlatform.EdgeContract;
using IpPlatform.Storage;
using IpPlatform.Web.Access;
using IpPlatform.Web.Callbacks;
using IpPlatform.Web.Cases;
using IpPlatform.Web.Cases.LocalGround;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Configuration;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Configuration.Pages;
using IpPlatform.Web.Contacts;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Desks;
using IpPlatform.Web.Edge;
using IpPlatform.Web.FormBuilder;
using IpPlatform.Web.Forms;
using IpPlatform.Web.Front;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Live;
using IpPlatform.Web.Municipalities;
using IpPlatform.Web.MyPage;
using IpPlatform.Web.MyPage.Children;
using IpPlatform.Web.Operations;
using IpPlatform.Web.Operations.Onboarding;
using IpPlatform.Web.Plans.Pages;
using IpPlatform.Web.Persons;
using IpPlatform.Web.Persons.Adults;
using IpPlatform.Web.Persons.Consents;
using IpPlatform.Web.Persons.Lookup;
using IpPlatform.Web.Persons.Safeguards;
using IpPlatform.Web.Plans;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Redactions;
using IpPlatform.Web.Reports;
using IpPlatform.Web.SignIn;
using IpPlatform.Web.TakingIntoUse;
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
            typeof(SiloReadiness), typeof(EdgeFeed), typeof(EdgeEndpoints), typeof(TenantGrains), typeof(CallerResolver), typeof(StandingResolver), typeof(LiveFeed), typeof(LiveStream), typeof(ListFeed), typeof(ListEndpoints),
            typeof(PageFrames), typeof(FrontPages), typeof(MunicipalityPages), typeof(FilmPages), typeof(LogoEndpoint), typeof(ContactCardEndpoints), typeof(ConfigurationEndpoints), typeof(ConfigurationDesk), typeof(AdminViews), typeof(AdminPages), typeof(TextReviewPages), typeof(ConfigurationFormPages), typeof(FormWorkshop), typeof(FormBuilderPages), typeof(FormPartPages), typeof(FormTrialPages), typeof(RedactionEndpoints),
            typeof(FormPost), typeof(FormDrafts), typeof(PageDrafts), typeof(DraftEndpoints), typeof(ReportPages),
            typeof(CallbackGate), typeof(CallbackDesk), typeof(CallbackPages), typeof(CallbackListPages),
            typeof(CaseDesk), typeof(CaseLetters), typeof(CaseEndpoints), typeof(CasePages), typeof(LocalGroundPages),
            typeof(CoordinationDesk), typeof(CoordinationEndpoints), typeof(SiblingRegister), typeof(UnitPages),
            typeof(PersonRegister), typeof(PersonEndpoints), typeof(PersonDesk), typeof(PersonNames), typeof(MyPages), typeof(ChildList), typeof(ChildPages),
            typeof(AdultEndpoints), typeof(AdultPages), typeof(SubstituteCheck), typeof(SafeguardEndpoints), typeof(SafeguardPages), typeof(ConsentPages), typeof(FindPersonPages),
            typeof(PlanDesk), typeof(PlanEndpoints), typeof(PlanPages), typeof(PlanEndPages),
            typeof(UnitEndpoints), typeof(RosterPages), typeof(DeskEndpoints), typeof(DeskBoard), typeof(DeskPages), typeof(OwnAbsencePages), typeof(WhoActs), typeof(StaffAbsences),
            typeof(OperatorDesk), typeof(OperatorEndpoints), typeof(OperatorPages), typeof(OnboardingPages), typeof(OperationDesk), typeof(AdminOperationPages), typeof(OperatorTenantPages), typeof(ApiDescription)])
        {
            services.AddSingleton(type);
        }

        services.AddHostedService(provider => provider.GetRequiredService<EdgeFeed>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.AddHostedService(provider => provider.GetRequiredService<ListFeed>());
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
        app.UseMiddleware<LanguageMiddleware>();
        // Past the guard these headers are the gateway's own.
        app.UseForwardedHeaders(ForwardedOptions());
        app.UseRouting();
        app.UseMiddleware<OldAddressMiddleware>();
        app.UseMiddleware<SignInMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<AccessMiddleware>();
        var tenant = new TenantEndpoints(app);
        var services = app.Services;
        services.GetRequiredService<EdgeEndpoints>().Map(app);
        services.GetRequiredService<OperatorEndpoints>().Map(app);
        services.GetRequiredService<OperatorPages>().Map(app);
        services.GetRequiredService<OnboardingPages>().Map(app);
        services.GetRequiredService<OperatorTenantPages>().Map(app);
        services.GetRequiredService<ApiDescription>().Map(app);
        services.GetRequiredService<SignInEndpoints>().Map(app, tenant);
        services.GetRequiredService<MunicipalityPages>().Map(tenant);
        services.GetRequiredService<FilmPages>().Map(tenant);
        services.GetRequiredService<LogoEndpoint>().Map(tenant);
        services.GetRequiredService<MyPages>().Map(tenant);
        services.GetRequiredService<PersonEndpoints>().Map(tenant);
        services.GetRequiredService<ChildPages>().Map(tenant);
        services.GetRequiredService<AdultEndpoints>().Map(tenant);
        services.GetRequiredService<AdultPages>().Map(tenant);
        services.GetRequiredService<SafeguardEndpoints>().Map(tenant);
        services.GetRequiredService<SafeguardPages>().Map(tenant);
        services.GetRequiredService<ConsentPages>().Map(tenant);
        services.GetRequiredService<FindPersonPages>().Map(tenant);
        services.GetRequiredService<PlanEndpoints>().Map(tenant);
        services.GetRequiredService<PlanPages>().Map(tenant);
        services.GetRequiredService<PlanEndPages>().Map(tenant);
        services.GetRequiredService<DraftEndpoints>().Map(tenant);
        services.GetRequiredService<ReportPages>().Map(tenant);
        services.GetRequiredService<CallbackPages>().Map(tenant);
        services.GetRequiredService<CallbackListPages>().Map(tenant);
        services.GetRequiredService<UnitEndpoints>().Map(tenant);
        services.GetRequiredService<CaseEndpoints>().Map(tenant);
        services.GetRequiredService<CasePages>().Map(tenant);
        services.GetRequiredService<LocalGroundPages>().Map(tenant);
        services.GetRequiredService<UnitPages>().Map(tenant);
        services.GetRequiredService<CoordinationEndpoints>().Map(tenant);
        services.GetRequiredService<DeskEndpoints>().Map(tenant);
        services.GetRequiredService<ListEndpoints>().Map(tenant);
        services.GetRequiredService<DeskPages>().Map(tenant);
        services.GetRequiredService<OwnAbsencePages>().Map(tenant);
        services.GetRequiredService<RosterPages>().Map(tenant);
        services.GetRequiredService<FrontPages>().Map(app);
        Preferences.Map(app);
        services.GetRequiredService<ConfigurationEndpoints>().Map(tenant);
        services.GetRequiredService<RedactionEndpoints>().Map(tenant);
        services.GetRequiredService<AdminPages>().Map(tenant);
        services.GetRequiredService<AdminOperationPages>().Map(tenant);
        services.GetRequiredService<TextReviewPages>().Map(tenant);
        services.GetRequiredService<ConfigurationFormPages>().Map(tenant);
        services.GetRequiredService<FormBuilderPages>().Map(tenant);
        services.GetRequiredService<FormPartPages>().Map(tenant);
        services.GetRequiredService<FormTrialPages>().Map(tenant);
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

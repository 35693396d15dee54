using IpPlatform.Storage;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Import;
using IpPlatform.Tenancy.Links;
using IpPlatform.Tenancy.Onboarding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IpPlatform.Tenancy;

/// <summary>Registers everything of this project.</summary>
public static class TenancyRegistration
{
    /// <summary>What it cannot do without.</summary>
    public static IReadOnlyList<string> Settings { get; } = ["IpPlatform:Tenants:Folder"];

    /// <summary>Adds the catalogue and the import.</summary>
    public static IServiceCollection AddIpTenancy(this IServiceCollection services, IConfiguration configuration)
    {
        RequiredSettings.Check(configuration, Settings);
        services.AddSingleton(configuration.GetRequiredSection("IpPlatform:Tenants").Get<TenancyOptions>()!);
        services.AddSingleton<TenantConfigurationStore>();
        services.AddSingleton<ConfigurationVersions>();
        services.AddSingleton<FormVersions>();
        services.AddSingleton<LogoStore>();
        services.AddSingleton<TenantEditor>();
        services.AddSingleton<TenantImporter>();
        services.AddSingleton<TenantOnboarding>();
        services.AddSingleton<TenancyStatus>();
        services.AddSingleton<TenantCatalogue>();
        services.AddSingleton<RunningForms>();
        services.AddSingleton<RunningAnswers>();
        services.AddHostedService(provider => provider.GetRequiredService<TenantCatalogue>());
        services.AddHostedService<FolderFollower>();
        services.AddSingleton(LinkOptions.From(configuration));
        services.AddSingleton<LinkProbe>();
        services.AddSingleton<LinkCheck>();
        services.AddSingleton<LinkWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<LinkWatch>());
        return services;
    }
}

using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Blobs;
using IpPlatform.Storage.Callbacks;
using IpPlatform.Storage.Cases;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.DataProtection;
using IpPlatform.Storage.Desks;
using IpPlatform.Storage.Drafts;
using IpPlatform.Storage.Links;
using IpPlatform.Storage.Migrations;
using IpPlatform.Storage.Nodes;
using IpPlatform.Storage.Openings;
using IpPlatform.Storage.Outbox;
using IpPlatform.Storage.Queries;
using IpPlatform.Storage.Retirement;
using IpPlatform.Storage.Rows;
using IpPlatform.Storage.Sessions;
using IpPlatform.Storage.Vault;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpPlatform.Storage;

/// <summary>Registers everything of this project.</summary>
public static class StorageRegistration
{
    private const string MasterFile = "IpPlatform:Keys:MasterFile";

    /// <summary>What it cannot do without.</summary>
    public static IReadOnlyList<string> Settings { get; } = [.. DatabaseOptions.Settings, MasterFile];

    /// <summary>Adds storage; settings that are missing are all named at once.</summary>
    public static IServiceCollection AddIpStorage(this IServiceCollection services, IConfiguration configuration)
    {
        RequiredSettings.Check(configuration, Settings);
        services.AddSingleton(DatabaseOptions.From(configuration));
        services.AddSingleton(MasterKey.FromFile(configuration[MasterFile]!));
        services.AddSingleton<PlatformClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<PlatformClock>());
        foreach (var type in (Type[])[
            typeof(Database), typeof(DatabaseVersion), typeof(Migrator), typeof(TenantStore), typeof(OutboxStore), typeof(PersonQueries), typeof(StaffQueries), typeof(RosterQueries), typeof(CaseQueries), typeof(CallbackQueries), typeof(CoordinationQueries), typeof(AbsenceQueries), typeof(DeskQueries), typeof(PersonHistory), typeof(CaseNumbers), typeof(ContentCipher), typeof(IdentifierVault),
            typeof(NodeRegistry), typeof(ClusterMembers), typeof(ClockOffsetStore), typeof(SessionStore), typeof(AuditVerifier), typeof(AuditSealer), typeof(OpeningRegister),
            typeof(DataProtectionKeyRepository), typeof(ReadModelRebuild), typeof(BlobStore), typeof(DraftStore), typeof(TenantTables), typeof(TenantRetirement), typeof(LinkStore)])
        {
            services.AddSingleton(type);
        }

        services.AddHostedService(provider => provider.GetRequiredService<AuditSealer>());
        services.AddHostedService(provider => provider.GetRequiredService<OpeningRegister>());
        services.AddHostedService<LeftoverSweep>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options =>
                (options.XmlRepository, options.XmlEncryptor) = (provider.GetRequiredService<DataProtectionKeyRepository>(), new MasterKeyXmlEncryptor(provider.GetRequiredService<MasterKey>()))));
        return services;
    }
}

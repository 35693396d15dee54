using System.Net;
using System.Text.Json;
using IpPlatform.Grains.Desks;
using IpPlatform.Grains.Live;
using IpPlatform.Grains.Streams;
using IpPlatform.Storage;
using IpPlatform.Storage.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;

namespace IpPlatform.Grains.Hosting;

/// <summary>Puts the silo together: our grains, membership, reminders and desks on our own SQL, and the call filter.</summary>
public static class SiloHosting
{
    private const string Invariant = "Npgsql";

    /// <summary>What it cannot do without.</summary>
    public static IReadOnlyList<string> Settings { get; } =
        [.. new[] { nameof(SiloClusterOptions.ClusterId), nameof(SiloClusterOptions.ServiceId), nameof(SiloClusterOptions.Name), nameof(SiloClusterOptions.SiloPort), nameof(SiloClusterOptions.GatewayPort) }.Select(name => $"IpPlatform:Cluster:{name}")];

    /// <summary>Adds the silo to the host. Storage must be registered.</summary>
    public static IHostApplicationBuilder AddIpSilo(this IHostApplicationBuilder host)
    {
        RequiredSettings.Check(host.Configuration, Settings);
        var cluster = host.Configuration.GetRequiredSection("IpPlatform:Cluster").Get<SiloClusterOptions>()!;
        var database = DatabaseOptions.From(host.Configuration);
        host.Services.AddSingleton<StreamMetrics>();
        host.Services.AddSingleton<ListTouches>();
        host.Services.AddHostedService(provider => provider.GetRequiredService<ListTouches>());
        host.Services.AddSingleton<StreamServices>();
        // First registration wins over the runtime's own.
        host.Services.AddSingleton<IPersistentStateFactory, QualifiedStateNames>();
        host.Services.AddSingleton<IGrainInterfaceTypeProvider, KnownInterfaceTypes>();
        // Before the runtime, which begins where hosted services begin.
        host.Services.AddHostedService<DeadSilos>();
        host.UseOrleans(silo =>
        {
            Configure(silo, cluster, database.OrleansConnectionString);
            // Without somebody who collects traces it would only make every call dearer.
            if (host.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null) silo.AddActivityPropagation();
        });
        return host;
    }

    /// <summary>What every cluster has, in tests too.</summary>
    public static ISiloBuilder AddIpGrains(this ISiloBuilder silo)
    {
        silo.AddIncomingGrainCallFilter<TenantCallFilter>();
        silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = TimeSpan.FromMinutes(15);
            options.EnableActivationSheddingOnMemoryPressure = true;
        });
        // A command waits for its commit and for nothing else; a caller that waited this long asks again with the same id.
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5));
        return silo;
    }

    private static void Configure(ISiloBuilder silo, SiloClusterOptions cluster, string connection)
    {
        silo.AddIpGrains();
        silo.Configure<Orleans.Configuration.ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.ClusterId, cluster.ServiceId));
        silo.Configure<SiloOptions>(options => options.SiloName = cluster.Name);
        silo.ConfigureEndpoints(IPAddress.Parse(cluster.Address), cluster.SiloPort, cluster.GatewayPort);
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
        silo.AddAdoNetGrainStorage(DeskGrain.Storage, options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            // A crash is noticed in about three seconds, a hang in about fifteen (decision 006).
            options.ProbeTimeout = TimeSpan.FromSeconds(1);
            options.NumMissedProbesLimit = 3;
            options.MaxProbeTimeout = TimeSpan.FromSeconds(4);
            // A starting silo waits until it reaches every active one that has lately said that it lives. After a power cut the table
            // is full of active ones that never answer: they count for these four seconds.
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
            options.NumMissedTableIAmAliveLimit = 2;
            // One that was frozen and declared dead meanwhile learns of it here, when those who would have told it are gone too.
            options.TableRefreshTimeout = TimeSpan.FromSeconds(3);
        });
    }
}

using System.Reflection;
using IpPlatform.Domain.Tenants;
using IpPlatform.Grains.Hosting;
using IpPlatform.Storage.Nodes;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Live;

namespace IpPlatform.Silo;

/// <summary>
/// This process as a node of the platform: says that it is here, follows the shared clock, wakes the pumps of new tenants, tells the
/// live feeds when silos come or go, and drains in order: first out of the gateways' list, then no new requests, then stop.
/// </summary>
internal sealed class NodeService(
    IConfiguration configuration, NodeRegistry nodes, ClockOffsetStore offsets, PlatformClock clock, IHostEnvironment environment, SiloReadiness readiness,
    TenantCatalogue catalogue, PumpStarter pumps, LiveFeed live, ListFeed lists, IHostApplicationLifetime lifetime, ILogger<NodeService> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly string Version = typeof(NodeService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private readonly string _name = configuration["IpPlatform:Cluster:Name"]!;
    private readonly Uri _url = new(configuration["IpPlatform:Http:Url"]!);
    private readonly HashSet<TenantId> _pumping = [];
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _silos = "";

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            readiness.Start();
            _started.TrySetResult();
        });
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        readiness.Drain();
        try
        {
            await nodes.BeatAsync(_name, _url, Version, draining: true, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NodeLog.BeatFailed(logger, failure.GetType().Name);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _started.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NodeLog.BeatFailed(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        if (readiness.Ready) await nodes.BeatAsync(_name, _url, Version, draining: false, stoppingToken);
        if (!environment.IsProduction()) clock.Offset = await offsets.ReadAsync(stoppingToken);
        var silos = string.Join(' ', (await nodes.ListAsync(stoppingToken)).Select(node => $"{node.Name}@{node.StartedAt.UtcTicks}"));
        if (silos != _silos)
        {
            _silos = silos;
            live.RenewAll();
            lists.RenewAll();
        }

        if (!readiness.Ready) return;
        foreach (var tenant in catalogue.Current.Tenants.Where(tenant => !_pumping.Contains(tenant.Id)))
        {
            await pumps.EnsureAsync(tenant.Id);
            _pumping.Add(tenant.Id);
        }
    }
}

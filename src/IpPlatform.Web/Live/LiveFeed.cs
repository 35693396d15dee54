using System.Collections.Concurrent;
using IpPlatform.Contracts.Live;
using IpPlatform.Contracts.Tenants;
using IpPlatform.Domain.Tenants;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace IpPlatform.Web.Live;

/// <summary>
/// This silo's feed: one observer for all its open screens. Each watched stream is registered with its grain once per silo and
/// renewed every 20 seconds; the renewal answers the version in force, so that whatever was missed meanwhile shows then. When the
/// cluster's membership changes, all are renewed at once; one whose grain has ended, or could not be reached, within a second.
/// </summary>
public sealed class LiveFeed(IGrainFactory grains, ILogger<LiveFeed> logger) : BackgroundService, IVersionObserver
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, WatchedStream> _streams = new(StringComparer.Ordinal);
    private volatile bool _renewAll;
    private IVersionObserver? _self;

    /// <summary>Number of streams watched on this silo.</summary>
    public int Watched => _streams.Count;

    /// <summary>Opens a watch that tells every newer version until it is disposed.</summary>
    /// <param name="kind">The stream's kind: a person's plan and her coordination have the same key.</param>
    /// <param name="key">The stream's grain; its tenant has been admitted.</param>
    /// <param name="watch">How to register with that grain.</param>
    public async Task<LiveWatch> WatchAsync(string kind, GrainKey key, Func<IGrainFactory, IVersionObserver, ValueTask<long>> watch)
    {
        var name = $"{kind}:{key}";
        LiveWatch mine;
        WatchedStream stream;
        do
        {
            stream = _streams.GetOrAdd(name, _ => new WatchedStream(key.Tenant, watch));
            mine = new LiveWatch(this, name, stream);
        }
        while (!stream.TryAdd(mine));

        await RenewAsync(stream);
        return mine;
    }

    /// <inheritdoc/>
    public Task Changed(string stream, long version)
    {
        if (_streams.TryGetValue(stream, out var watched)) watched.Tell(version);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Gone(string stream)
    {
        if (_streams.TryGetValue(stream, out var watched)) watched.Lose();
        return Task.CompletedTask;
    }

    /// <summary>Renews everything soon: the cluster's membership has changed.</summary>
    public void RenewAll() => _renewAll = true;

    internal void Leave(string name, WatchedStream stream, LiveWatch watch)
    {
        if (stream.RemoveAndIsEmpty(watch)) _streams.TryRemove(new KeyValuePair<string, WatchedStream>(name, stream));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        var renewed = TimeProvider.System.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var all = _renewAll || TimeProvider.System.GetElapsedTime(renewed) > Renewal;
            if (all) (_renewAll, renewed) = (false, TimeProvider.System.GetTimestamp());
            await Parallel.ForEachAsync(
                _streams.Values.Where(stream => all || stream.Lost), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stoppingToken },
                async (stream, _) => await TryRenewAsync(stream));
        }
    }

    private async Task TryRenewAsync(WatchedStream stream)
    {
        try
        {
            await RenewAsync(stream);
        }
        catch (Exception failure)
        {
            LiveLog.RenewalFailed(logger, failure.GetType().Name);
        }
    }

    private async Task RenewAsync(WatchedStream stream)
    {
        _self ??= grains.CreateObjectReference<IVersionObserver>(this);
        RequestContext.Set(TenantCallContext.Key, stream.Tenant.Value);
        await stream.RenewAsync(grains, _self);
    }
}

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
/// This silo's feed: one observer for all its open screens. Each watched stream is registered with its grain once per silo;
/// a renewal answers the version in force, so that whatever was missed meanwhile shows then.
/// </summary>
public sealed class LiveFeed : BackgroundService, IVersionObserver
{
    private readonly IGrainFactory _grains;
    private readonly ConcurrentDictionary<string, WatchedStream> _streams = new(StringComparer.Ordinal);
    private readonly Renewals<WatchedStream> _renewals;
    private IVersionObserver? _self;

    /// <summary>Made once per silo.</summary>
    public LiveFeed(IGrainFactory grains, ILogger<LiveFeed> logger) => (_grains, _renewals) = (grains, new Renewals<WatchedStream>(() => _streams.Values, RenewAsync, logger));

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

        try
        {
            await RenewAsync(stream);
            return mine;
        }
        catch
        {
            mine.Dispose();
            throw;
        }
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
    public void RenewAll() => _renewals.RenewAll();

    internal void Leave(string name, WatchedStream stream, LiveWatch watch)
    {
        if (stream.RemoveAndIsEmpty(watch)) _streams.TryRemove(new KeyValuePair<string, WatchedStream>(name, stream));
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _renewals.RunAsync(stoppingToken);

    private async Task RenewAsync(WatchedStream stream)
    {
        _self ??= _grains.CreateObjectReference<IVersionObserver>(this);
        RequestContext.Set(TenantCallContext.Key, stream.Tenant.Value);
        await stream.RenewAsync(() => stream.WatchAsync(_grains, _self));
    }
}

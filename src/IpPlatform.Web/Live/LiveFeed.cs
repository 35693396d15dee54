using IpPlatform.Contracts.Live;
using IpPlatform.Domain.Tenants;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace IpPlatform.Web.Live;

/// <summary>
/// This silo's feed: one observer for all its open screens. Each watched stream is registered with its grain once per silo;
/// a renewal answers the version in force, so that whatever was missed meanwhile shows then.
/// </summary>
public sealed class LiveFeed(IGrainFactory grains, ILogger<LiveFeed> logger) : BackgroundService, IVersionObserver
{
    private readonly Registrations<WatchedStream, LiveWatch> _streams = new(logger);
    private IVersionObserver? _self;

    /// <summary>Number of streams watched on this silo.</summary>
    public int Watched => _streams.Count;

    /// <summary>Opens a watch that tells every newer version until it is disposed.</summary>
    /// <param name="kind">The stream's kind: a person's plan and her coordination have the same key.</param>
    /// <param name="key">The stream's grain; its tenant has been admitted.</param>
    /// <param name="watch">How to register with that grain.</param>
    public Task<LiveWatch> WatchAsync(string kind, GrainKey key, Func<IGrainFactory, IVersionObserver, ValueTask<long>> watch)
    {
        var self = _self ??= grains.CreateObjectReference<IVersionObserver>(this);
        return _streams.WatchAsync($"{kind}:{key}", () => new WatchedStream(key.Tenant, () => watch(grains, self)), new LiveWatch());
    }

    /// <inheritdoc/>
    public Task Changed(string stream, long version)
    {
        _streams.Find(stream)?.Tell(version);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Gone(string stream)
    {
        _streams.Find(stream)?.Lose();
        return Task.CompletedTask;
    }

    /// <summary>Renews everything soon: the cluster's membership has changed.</summary>
    public void RenewAll() => _streams.RenewAll();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _streams.RunAsync(stoppingToken);
}

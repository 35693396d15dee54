using IpPlatform.Contracts.Live;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace IpPlatform.Web.Live;

/// <summary>
/// This silo's feed of lists: for each municipality one registration, however many screens show its desks and queues. Whatever
/// was missed before a renewal shows in the version.
/// </summary>
public sealed class ListFeed(IGrainFactory grains, ILogger<ListFeed> logger) : BackgroundService, IListObserver
{
    private readonly Registrations<WatchedLists, ListWatch> _lists = new(logger);
    private IListObserver? _self;

    /// <summary>Opens a watch that tells of every touch that concerns it until it is disposed.</summary>
    /// <param name="tenant">Has been admitted.</param>
    /// <param name="concerns">Which touches are told.</param>
    public Task<ListWatch> WatchAsync(TenantId tenant, Func<ListTouch, bool> concerns)
    {
        var (name, self) = (KeyOf(tenant), _self ??= grains.CreateObjectReference<IListObserver>(this));
        return _lists.WatchAsync(name, () => new WatchedLists(tenant, () => grains.GetGrain<IListsGrain>(name).Watch(self)), new ListWatch(concerns));
    }

    /// <inheritdoc/>
    public Task Touched(string lists, long version, ListTouch[] touches)
    {
        _lists.Find(lists)?.Tell(version, touches);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Gone(string lists)
    {
        _lists.Find(lists)?.Lose();
        return Task.CompletedTask;
    }

    /// <summary>Renews everything soon: the cluster's membership has changed.</summary>
    public void RenewAll() => _lists.RenewAll();

    internal static string KeyOf(TenantId tenant) => GrainKey.Singleton(tenant, GrainKey.Lists).ToString();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _lists.RunAsync(stoppingToken);
}

using System.Collections.Concurrent;
using IpPlatform.Contracts.Live;
using IpPlatform.Contracts.Tenants;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace IpPlatform.Web.Live;

/// <summary>
/// This silo's feed of lists: for each municipality one registration, however many screens show its desks and queues. It is renewed
/// every 20 seconds, at once when the cluster's membership changes, and within a second when the grain behind it has ended; whatever was
/// missed meanwhile shows in the version.
/// </summary>
public sealed class ListFeed(IGrainFactory grains, ILogger<ListFeed> logger) : BackgroundService, IListObserver
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, WatchedLists> _lists = new(StringComparer.Ordinal);
    private volatile bool _renewAll;
    private IListObserver? _self;

    /// <summary>Opens a watch that tells of every touch that concerns it until it is disposed.</summary>
    /// <param name="tenant">Has been admitted.</param>
    /// <param name="concerns">Which touches are told.</param>
    public async Task<ListWatch> WatchAsync(TenantId tenant, Func<ListTouch, bool> concerns)
    {
        var name = KeyOf(tenant);
        ListWatch mine;
        WatchedLists lists;
        do
        {
            lists = _lists.GetOrAdd(name, _ => new WatchedLists(tenant));
            mine = new ListWatch(this, name, lists, concerns);
        }
        while (!lists.TryAdd(mine));

        await RenewAsync(lists);
        return mine;
    }

    /// <inheritdoc/>
    public Task Touched(string lists, long version, ListTouch[] touches)
    {
        if (_lists.TryGetValue(lists, out var watched)) watched.Tell(version, touches);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Gone(string lists)
    {
        if (_lists.TryGetValue(lists, out var watched)) watched.Lose();
        return Task.CompletedTask;
    }

    /// <summary>Renews everything soon: the cluster's membership has changed.</summary>
    public void RenewAll() => _renewAll = true;

    internal static string KeyOf(TenantId tenant) => GrainKey.Singleton(tenant, GrainKey.Lists).ToString();

    internal void Leave(string name, WatchedLists lists, ListWatch watch)
    {
        if (lists.RemoveAndIsEmpty(watch)) _lists.TryRemove(new KeyValuePair<string, WatchedLists>(name, lists));
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
            await Parallel.ForEachAsync(_lists.Values.Where(lists => all || lists.Lost), stoppingToken, async (lists, _) => await TryRenewAsync(lists));
        }
    }

    private async Task TryRenewAsync(WatchedLists lists)
    {
        try
        {
            await RenewAsync(lists);
        }
        catch (Exception failure)
        {
            LiveLog.RenewalFailed(logger, failure.GetType().Name);
        }
    }

    private async Task RenewAsync(WatchedLists lists)
    {
        _self ??= grains.CreateObjectReference<IListObserver>(this);
        RequestContext.Set(TenantCallContext.Key, lists.Tenant.Value);
        await lists.RenewAsync(() => grains.GetGrain<IListsGrain>(KeyOf(lists.Tenant)).Watch(_self));
    }
}

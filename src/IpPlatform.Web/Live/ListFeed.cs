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
/// This silo's feed of lists: for each municipality one registration, however many screens show its desks and queues. Whatever
/// was missed before a renewal shows in the version.
/// </summary>
public sealed class ListFeed : BackgroundService, IListObserver
{
    private readonly IGrainFactory _grains;
    private readonly ConcurrentDictionary<string, WatchedLists> _lists = new(StringComparer.Ordinal);
    private readonly Renewals<WatchedLists> _renewals;
    private IListObserver? _self;

    /// <summary>Made once per silo.</summary>
    public ListFeed(IGrainFactory grains, ILogger<ListFeed> logger) => (_grains, _renewals) = (grains, new Renewals<WatchedLists>(() => _lists.Values, RenewAsync, logger));

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

        try
        {
            await RenewAsync(lists);
            return mine;
        }
        catch
        {
            mine.Dispose();
            throw;
        }
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
    public void RenewAll() => _renewals.RenewAll();

    internal static string KeyOf(TenantId tenant) => GrainKey.Singleton(tenant, GrainKey.Lists).ToString();

    internal void Leave(string name, WatchedLists lists, ListWatch watch)
    {
        if (lists.RemoveAndIsEmpty(watch)) _lists.TryRemove(new KeyValuePair<string, WatchedLists>(name, lists));
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _renewals.RunAsync(stoppingToken);

    private async Task RenewAsync(WatchedLists lists)
    {
        _self ??= _grains.CreateObjectReference<IListObserver>(this);
        RequestContext.Set(TenantCallContext.Key, lists.Tenant.Value);
        await lists.RenewAsync(() => _grains.GetGrain<IListsGrain>(KeyOf(lists.Tenant)).Watch(_self));
    }
}

using IpPlatform.Contracts.Live;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace IpPlatform.Grains.Live;

/// <summary>A municipality's meeting place of silos that show its lists. In memory alone: a new activation has another version, and every open list is asked anew.</summary>
[GrainType("lists")]
public sealed class ListsGrain(ILogger<ListsGrain> logger) : Grain, IListsGrain
{
    private readonly ObserverManager<IListObserver> _silos = new(TimeSpan.FromMinutes(1), logger);

    // Real time, whatever the platform's clock has been set to: no earlier activation has counted so far.
    private long _version = TimeProvider.System.GetUtcNow().UtcTicks;

    private string Lists => GrainKey.Parse(this.GetPrimaryKeyString()).ToString();

    /// <inheritdoc/>
    public ValueTask<long> Watch(IListObserver observer)
    {
        _silos.Subscribe(observer, observer);
        return ValueTask.FromResult(_version);
    }

    /// <inheritdoc/>
    public ValueTask<long> Version() => ValueTask.FromResult(_version);

    /// <inheritdoc/>
    public ValueTask Touch(ListTouch[] touches)
    {
        var version = ++_version;
        if (_silos.Count > 0) _silos.Notify(silo => silo.Touched(Lists, version, touches)).Ignore();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => await _silos.Notify(silo => silo.Gone(Lists));
}

using IpPlatform.Contracts.Live;
using IpPlatform.Domain.Tenants;
using Orleans;

namespace IpPlatform.Web.Live;

/// <summary>A stream that at least one screen on this silo follows.</summary>
internal sealed class WatchedStream(TenantId tenant, Func<IGrainFactory, IVersionObserver, ValueTask<long>> watch) : Registration(tenant)
{
    private readonly Lock _gate = new();
    private readonly HashSet<LiveWatch> _watches = [];
    private bool _closed;
    private long _version;

    /// <summary>Registers with the grain.</summary>
    public ValueTask<long> WatchAsync(IGrainFactory grains, IVersionObserver observer) => watch(grains, observer);

    /// <summary>False when the last screen has just left: ask for a new one.</summary>
    public bool TryAdd(LiveWatch watch)
    {
        lock (_gate)
        {
            if (_closed) return false;
            _watches.Add(watch);
            if (_version > 0) watch.Tell(_version);
            return true;
        }
    }

    public bool RemoveAndIsEmpty(LiveWatch watch)
    {
        lock (_gate)
        {
            _watches.Remove(watch);
            return _closed = _watches.Count == 0;
        }
    }

    public void Tell(long version)
    {
        lock (_gate)
        {
            if (version <= _version) return;
            _version = version;
            foreach (var watch in _watches) watch.Tell(version);
        }
    }

    protected override void InForce(long version) => Tell(version);
}

using IpPlatform.Contracts.Live;
using IpPlatform.Domain.Tenants;
using Orleans;

namespace IpPlatform.Web.Live;

/// <summary>A stream that at least one screen on this silo follows.</summary>
internal sealed class WatchedStream(TenantId tenant, Func<IGrainFactory, IVersionObserver, ValueTask<long>> watch)
{
    private readonly Lock _gate = new();
    private readonly HashSet<LiveWatch> _watches = [];
    private bool _closed;
    private volatile bool _lost;
    private long _version;

    public TenantId Tenant => tenant;

    /// <summary>True from when the grain is known not to know us until it does again.</summary>
    public bool Lost => _lost;

    public void Lose() => _lost = true;

    /// <summary>Registers, or renews, and tells the version in force.</summary>
    public async Task RenewAsync(IGrainFactory grains, IVersionObserver observer)
    {
        // Before the call: what is lost while it runs stays lost.
        _lost = false;
        try
        {
            Tell(await watch(grains, observer));
        }
        catch
        {
            _lost = true;
            throw;
        }
    }

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
}

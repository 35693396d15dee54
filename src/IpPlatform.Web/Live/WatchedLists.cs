using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Live;

/// <summary>A municipality of whose lists at least one screen on this silo shows one. Versions go up one by one: where one is missing, something was missed, and every screen asks anew.</summary>
internal sealed class WatchedLists(TenantId tenant) : Registration(tenant)
{
    private readonly Lock _gate = new();
    private readonly HashSet<ListWatch> _watches = [];
    private bool _closed;
    private long _version;

    /// <summary>False when the last screen has just left: ask for new ones.</summary>
    public bool TryAdd(ListWatch watch)
    {
        lock (_gate)
        {
            if (_closed) return false;
            _watches.Add(watch);
            if (_version > 0) watch.Tell(_version);
            return true;
        }
    }

    public bool RemoveAndIsEmpty(ListWatch watch)
    {
        lock (_gate)
        {
            _watches.Remove(watch);
            return _closed = _watches.Count == 0;
        }
    }

    public void Tell(long version, ListTouch[] touches)
    {
        lock (_gate)
        {
            // Heard of at a renewal that overtook it.
            if (version == _version) return;
            var missed = version != _version + 1;
            _version = version;
            foreach (var one in _watches)
            {
                if (missed || one.IsConcernedBy(touches)) one.Tell(version);
            }
        }
    }

    // Tells all when the version in force is another than the last that was heard.
    protected override void InForce(long version)
    {
        lock (_gate)
        {
            if (version == _version) return;
            _version = version;
            foreach (var one in _watches) one.Tell(version);
        }
    }
}

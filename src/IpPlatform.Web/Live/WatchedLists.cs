using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Live;

/// <summary>A municipality of whose lists at least one screen on this silo shows one. Versions go up one by one: where one is missing, something was missed, and every screen asks anew.</summary>
internal sealed class WatchedLists(TenantId tenant, Func<ValueTask<long>> register) : Registration<ListWatch>(tenant, register)
{
    public void Tell(long version, ListTouch[] touches)
    {
        lock (Gate)
        {
            // Heard of at a renewal that overtook it.
            if (version == Version) return;
            var missed = version != Version + 1;
            Version = version;
            foreach (var one in Watches)
            {
                if (missed || one.IsConcernedBy(touches)) one.Tell(version);
            }
        }
    }

    // Tells all when the version in force is another than the last that was heard.
    protected override void InForce(long version)
    {
        lock (Gate)
        {
            if (version == Version) return;
            Version = version;
            foreach (var one in Watches) one.Tell(version);
        }
    }
}

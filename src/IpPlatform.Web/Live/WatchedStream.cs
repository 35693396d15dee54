using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Live;

/// <summary>A stream that at least one screen on this silo follows.</summary>
internal sealed class WatchedStream(TenantId tenant, Func<ValueTask<long>> register) : Registration<LiveWatch>(tenant, register)
{
    public void Tell(long version)
    {
        lock (Gate)
        {
            if (version <= Version) return;
            Version = version;
            foreach (var watch in Watches) watch.Tell(version);
        }
    }

    protected override void InForce(long version) => Tell(version);
}

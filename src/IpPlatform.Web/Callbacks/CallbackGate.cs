using System.Threading.RateLimiting;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Callbacks;

/// <summary>
/// How often one address may ask a municipality to ring, as nobody need sign in to do it. Counted in memory at each silo: addresses are
/// stored nowhere, and a family or a library behind one address still gets through.
/// </summary>
public sealed class CallbackGate : IDisposable
{
    /// <summary>Requests within <see cref="Window"/>, at each silo.</summary>
    public const int Most = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    // Real time, whatever the platform's clock has been set to: it is about machines that hammer.
    private readonly PartitionedRateLimiter<(TenantId Tenant, string Address)> _limiter = PartitionedRateLimiter.Create<(TenantId Tenant, string Address), (TenantId, string)>(
        asked => RateLimitPartition.GetFixedWindowLimiter(asked, _ => new FixedWindowRateLimiterOptions { PermitLimit = Most, Window = Window }));

    /// <summary>Whether one more may be received.</summary>
    public bool Admits(TenantId tenant, string address)
    {
        using var lease = _limiter.AttemptAcquire((tenant, address));
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}

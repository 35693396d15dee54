using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Live;

/// <summary>What this silo has registered for with a grain, so that its open screens hear of changes. Held in the grain's memory alone, so it has to be renewed.</summary>
internal abstract class Registration(TenantId tenant)
{
    private volatile bool _lost;
    private int _renewing;

    public TenantId Tenant => tenant;

    /// <summary>True from when the grain is known not to know us, or may not, until it does again.</summary>
    public bool Lost => _lost;

    public void Lose() => _lost = true;

    /// <summary>False while a renewal is under way: two would tell nothing more.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _renewing, 1, 0) == 0;

    public void End() => Volatile.Write(ref _renewing, 0);

    /// <summary>Registers, or renews; what the grain answers is the version in force.</summary>
    public async Task RenewAsync(Func<ValueTask<long>> register)
    {
        // Before the call: what is lost while it runs stays lost.
        _lost = false;
        try
        {
            InForce(await register());
        }
        catch
        {
            _lost = true;
            throw;
        }
    }

    /// <summary>Tells the screens what they may have missed.</summary>
    protected abstract void InForce(long version);
}

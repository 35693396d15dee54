using IpPlatform.Contracts.Tenants;
using IpPlatform.Domain.Tenants;
using Orleans.Runtime;

namespace IpPlatform.Web.Live;

/// <summary>
/// What this silo has registered for with a grain, and the screens that want to hear of it. The grain keeps it in memory alone, so it has
/// to be renewed.
/// </summary>
/// <param name="tenant">Whose grain it is.</param>
/// <param name="register">Registers with the grain, which answers the version in force.</param>
internal abstract class Registration<TWatch>(TenantId tenant, Func<ValueTask<long>> register)
    where TWatch : LiveWatch
{
    private readonly HashSet<TWatch> _watches = [];
    private bool _closed;
    private volatile bool _lost;
    private int _renewing;

    /// <summary>True from when the grain is known not to know us, or may not, until it does again.</summary>
    public bool Lost => _lost;

    /// <summary>Held while versions are told.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>The last version that was heard.</summary>
    protected long Version { get; set; }

    /// <summary>The screens, to be read within <see cref="Gate"/>.</summary>
    protected IReadOnlyCollection<TWatch> Watches => _watches;

    public void Lose() => _lost = true;

    /// <summary>False while a renewal is under way: two would tell nothing more.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _renewing, 1, 0) == 0;

    public void End() => Volatile.Write(ref _renewing, 0);

    /// <summary>Registers, or renews, and tells the screens what they may have missed.</summary>
    public async Task RenewAsync()
    {
        RequestContext.Set(TenantCallContext.Key, tenant.Value);
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

    /// <summary>False when the last screen has just left: ask for a new one.</summary>
    public bool TryAdd(TWatch watch)
    {
        lock (Gate)
        {
            if (_closed) return false;
            _watches.Add(watch);
            if (Version > 0) watch.Tell(Version);
            return true;
        }
    }

    public bool RemoveAndIsEmpty(TWatch watch)
    {
        lock (Gate)
        {
            _watches.Remove(watch);
            return _closed = _watches.Count == 0;
        }
    }

    /// <summary>The grain has said which version is in force.</summary>
    protected abstract void InForce(long version);
}

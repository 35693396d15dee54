using IpPlatform.Contracts.Tenants;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Grains.Hosting;

/// <summary>
/// No call crosses tenants. Between grains the tenants of the two keys must be equal, which no caller can forge; host code must say
/// its tenant in the call context. The runtime's own system targets are the only exemption: no interface is exempt by its name, or
/// <c>IAsyncEnumerable</c> methods could be read past the check.
/// </summary>
public sealed class TenantCallFilter : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        var target = context.TargetId;
        var source = context.SourceId;
        // A client is this platform's own host code, which a grain tells that a version has come: no content goes that way.
        if (!target.IsSystemTarget() && !target.IsClient() && !(source is { } system && system.IsSystemTarget())) Check(source, target);
        return context.Invoke();
    }

    private static void Check(GrainId? source, GrainId target)
    {
        if (!GrainKey.TryParse(target.Key.ToString(), out var owner)) throw new TenantCallException("The target's key names no tenant.");
        if (source is { } grain && !grain.IsClient())
        {
            if (!GrainKey.TryParse(grain.Key.ToString(), out var caller) || caller.Tenant != owner.Tenant) throw new TenantCallException("A grain called across tenants.");
        }
        else if (RequestContext.Get(TenantCallContext.Key) as string != owner.Tenant.Value)
        {
            throw new TenantCallException("Host code called without the target's tenant.");
        }
    }
}

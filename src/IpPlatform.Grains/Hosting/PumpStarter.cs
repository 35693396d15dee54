using IpPlatform.Contracts.Outbox;
using IpPlatform.Contracts.Tenants;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Grains.Hosting;

/// <summary>Sees to it that every tenant's pump has its reminder; called at start and when a tenant appears.</summary>
public sealed class PumpStarter(IGrainFactory grains)
{
    /// <summary>Makes sure of one tenant.</summary>
    public async Task EnsureAsync(TenantId tenant)
    {
        RequestContext.Set(TenantCallContext.Key, tenant.Value);
        try
        {
            await grains.GetGrain<IOutboxGrain>(GrainKey.Singleton(tenant, GrainKey.Outbox).ToString()).Ensure();
        }
        finally
        {
            RequestContext.Clear();
        }
    }
}

using System.Threading.Channels;
using IpPlatform.Contracts.Live;
using IpPlatform.Contracts.Tenants;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Live;

/// <summary>
/// Tells a municipality's lists what this silo's commits may have changed in them. No command waits for it, and what many commits touch
/// at once is told once. Told to nobody when the lists' grain cannot be reached: its next activation has every list asked anew.
/// </summary>
public sealed class ListTouches(IGrainFactory grains, ILogger<ListTouches> logger) : BackgroundService
{
    private readonly Channel<(TenantId Tenant, ListTouch Touch)> _waiting =
        Channel.CreateUnbounded<(TenantId, ListTouch)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Rows of a tenant are committed.</summary>
    public void Committed(TenantId tenant, IReadOnlyList<RowChange> rows)
    {
        for (var n = 0; n < rows.Count; n++)
        {
            foreach (var touch in ListTouch.Of(rows[n])) _waiting.Writer.TryWrite((tenant, touch));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var taken = new HashSet<(TenantId Tenant, ListTouch Touch)>();
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            taken.Clear();
            while (_waiting.Reader.TryRead(out var one)) taken.Add(one);
            foreach (var tenant in taken.GroupBy(one => one.Tenant)) await TellAsync(tenant.Key, [.. tenant.Select(one => one.Touch)]);
        }
    }

    private async Task TellAsync(TenantId tenant, ListTouch[] touches)
    {
        try
        {
            RequestContext.Set(TenantCallContext.Key, tenant.Value);
            await grains.GetGrain<IListsGrain>(GrainKey.Singleton(tenant, GrainKey.Lists).ToString()).Touch(touches);
        }
        catch (Exception failure)
        {
            LiveListLog.NotTold(logger, failure.GetType().Name);
        }
    }
}

using System.Collections.Frozen;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Links;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Tenancy.Links;

/// <summary>Knows which links do not work, and has them checked each night; whichever silo comes first does it for all.</summary>
public sealed partial class LinkWatch(LinkStore store, LinkCheck check, TimeProvider time, ILogger<LinkWatch> logger) : BackgroundService
{
    private const int NightHour = 3;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    private volatile FrozenDictionary<TenantId, LinkState[]> _failing = FrozenDictionary<TenantId, LinkState[]>.Empty;

    private DateOnly? _done;

    /// <summary>A municipality's links that are hidden, each with what is known of it.</summary>
    public IReadOnlyList<LinkState> HiddenOf(TenantId tenant) => _failing.GetValueOrDefault(tenant) ?? [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await CheckByNightAsync(stoppingToken);
                _failing = (await store.AllAsync(stoppingToken)).Where(entry => entry.State.IsHidden).GroupBy(entry => entry.Tenant, entry => entry.State).ToFrozenDictionary(group => group.Key, group => group.ToArray());
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                CheckFailed(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CheckByNightAsync(CancellationToken stoppingToken)
    {
        var local = Norway.LocalOf(time.GetUtcNow());
        var day = DateOnly.FromDateTime(local.DateTime);
        if (local.Hour != NightHour || _done == day) return;
        if (await check.RunAsync(day, stoppingToken)) _done = day;
    }

    [LoggerMessage(43, LogLevel.Warning, "The links outward could not be checked ({Failure}); tried again soon.")]
    private static partial void CheckFailed(ILogger logger, string failure);
}

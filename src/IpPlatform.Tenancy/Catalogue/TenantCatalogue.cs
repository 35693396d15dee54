using System.Text.Json;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Files;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Tenancy.Catalogue;

/// <summary>
/// The tenants in force on this process: one immutable snapshot, swapped whole. Follows the database by notification and, in case one
/// is lost, by a slow look; keeps the last good snapshot while the database is away.
/// </summary>
public sealed class TenantCatalogue(TenantConfigurationStore store, ILogger<TenantCatalogue> logger) : BackgroundService
{
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(5);

    private CatalogueSnapshot _current = CatalogueSnapshot.Empty;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The snapshot in force.</summary>
    public CatalogueSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Completes when the revision is no longer the one given.</summary>
    public Task WaitForChangeAsync(long revision, CancellationToken cancellationToken)
    {
        var changed = Volatile.Read(ref _changed);
        return Current.Revision != revision ? Task.CompletedTask : changed.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Reads what has changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var before = Current;
        var heads = await store.HeadsAsync(cancellationToken);
        if (heads.Sum(head => head.Revision) == before.Revision && heads.Count == before.Tenants.Count) return;
        var tenants = new List<CatalogueTenant>(heads.Count);
        foreach (var head in heads)
        {
            if (before.Find(head.Id) is { } known && known.Revision == head.Revision) tenants.Add(known);
            else if (await store.ReadAsync(head.Id, cancellationToken) is { } body)
            {
                tenants.Add(new CatalogueTenant(head.Id, head.Slug, head.Revision, JsonSerializer.Deserialize<Municipality>(body, TenantJson.Options)!));
            }
        }

        Volatile.Write(ref _current, new CatalogueSnapshot(heads.Sum(head => head.Revision), tenants));
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        CatalogueLog.Changed(logger, tenants.Count, Current.Revision);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await store.FollowAsync(() => RefreshAsync(stoppingToken), SlowLook, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                CatalogueLog.Unreachable(logger, failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }
}

using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;
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
        // A tenant that is taken out or in again keeps its revision.
        var revision = heads.Sum(head => head.Revision + (head.RetiredAt is null ? 0 : 1));
        if (revision == before.Revision && heads.Count(head => head.RetiredAt is null) == before.Tenants.Count) return;
        var known = before.Tenants.Concat(before.Retired).ToDictionary(tenant => tenant.Id);
        var (tenants, retired) = (new List<CatalogueTenant>(heads.Count), new List<CatalogueTenant>());
        foreach (var head in heads)
        {
            var tenant = known.GetValueOrDefault(head.Id) is { } same && same.Revision == head.Revision ? same
                : await store.ReadAsync(head.Id, cancellationToken) is var (body, operation) ? new CatalogueTenant(head.Id, head.Slug, head.Revision, LayerJson.ReadBody(body) with { InOperation = LayerJson.ReadOperation(operation).InOperation })
                : null;
            if (tenant is not null) (head.RetiredAt is null ? tenants : retired).Add(tenant);
        }

        Volatile.Write(ref _current, new CatalogueSnapshot(revision, tenants, retired));
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

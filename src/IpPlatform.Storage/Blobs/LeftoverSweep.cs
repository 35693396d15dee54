using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Drafts;
using IpPlatform.Storage.Sessions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Storage.Blobs;

/// <summary>Every hour, drops expired sessions, and the unbound files and expired drafts of every tenant. Several silos may do it at once.</summary>
public sealed partial class LeftoverSweep(Database database, BlobStore blobs, DraftStore drafts, SessionStore sessions, TimeProvider time, ILogger<LeftoverSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sessions.SweepAsync(time.GetUtcNow(), stoppingToken);
                foreach (var tenant in await TenantsAsync(stoppingToken))
                {
                    await blobs.SweepAsync(tenant, stoppingToken);
                    await drafts.SweepAsync(tenant, stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                SweepFailed(logger, failure.GetType().Name);
            }
        }
    }

    [LoggerMessage(42, LogLevel.Warning, "Leftover files and drafts could not be swept ({Failure}); tried again in an hour.")]
    private static partial void SweepFailed(ILogger logger, string failure);

    private async Task<List<TenantId>> TenantsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("select id from platform.tenant where schema_version >= 4 and retired_at is null");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tenants = new List<TenantId>();
        while (await reader.ReadAsync(cancellationToken)) tenants.Add(TenantId.Parse(reader.GetString(0)));
        return tenants;
    }
}

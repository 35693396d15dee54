using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Files;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Tenancy.Import;

/// <summary>Imports new and changed folders while the platform runs; one process at a time does. A broken folder stays at its last good state.</summary>
public sealed class FolderFollower(
    TenantImporter importer, TenantConfigurationStore store, TenancyStatus status, TenancyOptions options, ILogger<FolderFollower> logger) : BackgroundService
{
    // A file can be changed so that it looks as before.
    private const int ReadAnywayEvery = 30;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await store.AsLeaderAsync(() => LeadAsync(stoppingToken), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                CatalogueLog.Unreachable(logger, failure.GetType().Name);
            }

            await Task.Delay(Pace * 5, stoppingToken);
        }
    }

    private async Task LeadAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        int? seen = null;
        for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            // Before they are read: what is written meanwhile is seen the next time.
            var look = FolderLook.Of(options.Folder);
            if (look is not null && look == seen && round % ReadAnywayEvery != 0) continue;
            var known = status.Errors;
            var errors = await importer.ImportAsync(stoppingToken);
            seen = look;
            if (errors.Select(e => e.ToString()).SequenceEqual(known.Select(e => e.ToString()))) continue;
            foreach (var error in errors) ImportLog.Broken(logger, error.ToString());
        }
    }
}

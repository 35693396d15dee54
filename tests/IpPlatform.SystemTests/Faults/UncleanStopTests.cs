using IpPlatform.Local.Processes;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Faults;

/// <summary>What a power cut leaves behind does not keep the platform from starting, and a database that is gone not from stopping.</summary>
[StartsItsOwn]
public sealed class UncleanStopTests
{
    // Seconds on a machine of its own; before stale membership was dealt with it took 40 and more.
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task After_all_silos_were_killed_all_of_them_start_soon()
    {
        await using var run = await OwnCluster.StartAsync();
        foreach (var silo in run.Cluster.Silos) silo.Kill();
        foreach (var silo in run.Cluster.Silos) silo.Start();
        await Task.WhenAll(run.Cluster.Silos.Select(silo => silo.ReadyAsync(StartsWithin, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task After_all_silos_were_killed_one_of_them_starts_soon_without_the_other()
    {
        await using var run = await OwnCluster.StartAsync();
        foreach (var silo in run.Cluster.Silos) silo.Kill();
        run.Cluster.Silos[1].Start();
        await run.Cluster.Silos[1].ReadyAsync(StartsWithin, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Silos_whose_database_is_gone_stop_soon_when_told_to()
    {
        await using var run = await OwnCluster.StartAsync();
        run.Cluster.Postgres!.Kill();
        foreach (var silo in run.Cluster.Silos) silo.Signal(Signals.Terminate);
        await Eventually.BecomesAsync(() => Task.FromResult(run.Cluster.Silos.Count(silo => silo.Running)), running => running == 0, StopsWithin, "silos that still run");
    }
}

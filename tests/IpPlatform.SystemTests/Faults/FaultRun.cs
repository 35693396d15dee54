using IpPlatform.Local;
using IpPlatform.Local.Processes;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Npgsql;

namespace IpPlatform.SystemTests.Faults;

/// <summary>A platform of its own under load, to be hit.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const double WorthExplaining = 10;

    private static readonly Dictionary<string, string> Schemas = new() { ["luster"] = "t_k4644", ["gulen"] = "t_k4635" };

    private readonly DirectoryInfo _folder;
    private readonly DatabaseProxy _proxy;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _closeScreens = new();
    private readonly FaultLoad _load;
    private readonly List<Blow> _blows = [];
    private readonly Task _running;
    private readonly Task _watching;

    private FaultRun(DirectoryInfo folder, DatabaseProxy proxy, LocalCluster cluster, FaultLoad load, FaultScreens screens)
    {
        (_folder, _proxy, Cluster, _load, Screens) = (folder, proxy, cluster, load, screens);
        _running = load.RunAsync(_stop.Token);
        _watching = screens.RunAsync(_closeScreens.Token);
    }

    public LocalCluster Cluster { get; }

    /// <summary>The open screens.</summary>
    public FaultScreens Screens { get; }

    /// <summary>Commits whose answer never reached their silo.</summary>
    public int CommitsCut => _proxy.Cut;

    public static async Task<FaultRun> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("ip-faults-");
        var tenants = Path.Combine(folder.FullName, "tenants");
        PlatformFixture.CopyTenants(tenants);
        var proxy = new DatabaseProxy();
        var cluster = await LocalCluster.StartAsync(
            new LocalOptions(Path.Combine(folder.FullName, "data"), Repository.At("artifacts", "publish"), tenants, PortBlock.Take(), Silos: 2, PostgresSettings: settings, SiloRoute: proxy.Route), _ => { }, CancellationToken.None);
        var platform = new Platform(cluster);
        Citizen[] people = [.. await Task.WhenAll(Enumerable.Range(0, 8).Select(n => platform.NewPlanOwnerAsync(n % 2 == 0 ? "luster" : "gulen")))];
        return new FaultRun(folder, proxy, cluster, new FaultLoad(platform, Path.Combine(folder.FullName, "acknowledged"), people, people[1]), new FaultScreens(platform, people));
    }

    public static Task WaitAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds));

    /// <summary>A crash; the runner starts it anew.</summary>
    public void KillSilo(int n)
    {
        Note($"silo {n} killed");
        Cluster.Silos[n].Kill();
    }

    public void KillGateway()
    {
        Note("gateway killed");
        Cluster.Gateway.Kill();
    }

    /// <summary>A power cut; the runner starts it anew.</summary>
    public async Task KillPostgresAsync()
    {
        Note("PostgreSQL killed");
        Cluster.Postgres!.Kill();
        await Eventually.BecomesAsync(() => Task.FromResult(Cluster.Postgres.Running), running => running, TimeSpan.FromSeconds(40), "PostgreSQL is back");
    }

    public async Task FreezeSiloAsync(int n, double seconds)
    {
        Note($"silo {n} frozen");
        Cluster.Silos[n].Signal(Signals.Stop);
        await WaitAsync(seconds);
        Note($"silo {n} thawed");
        Cluster.Silos[n].Signal(Signals.Continue);
    }

    /// <summary>The answers of the next commits are taken away, with their connections.</summary>
    public async Task CutCommitsAsync(int commits)
    {
        Note($"{commits} commits cut");
        var wanted = _proxy.Cut + commits;
        _proxy.CutNext(commits);
        await Eventually.BecomesAsync(() => Task.FromResult(_proxy.Cut), cut => cut >= wanted, TimeSpan.FromSeconds(40), "commits lost their answers");
    }

    public void StopSilo(int n)
    {
        Note($"silo {n} told to stop");
        Cluster.Silos[n].Signal(Signals.Terminate);
    }

    /// <summary>Runs SQL as the superuser: only to break something on purpose.</summary>
    public async Task SabotageAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Cluster.Postgres!.Superuser);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Answers that said that the platform is wrong.</summary>
    public int Faults => _load.Faults;

    /// <summary>The longest waits, each with what had happened.</summary>
    public IEnumerable<string> DescribeWaits() => _load.Longest.Select(wait => wait.Describe(_blows));

    /// <summary>Ends the load, waits for the outbox, checks. Answers the longest wait of any command too.</summary>
    public async Task<(Verdict Verdict, double Longest)> EndAsync()
    {
        await _stop.CancelAsync();
        await _running;
        var checker = new Checker(Cluster.Postgres!.Superuser, Schemas);
        var file = Path.Combine(_folder.FullName, "acknowledged");
        var started = TimeProvider.System.GetTimestamp();
        var verdict = await checker.CheckAsync(file, _load.Leaked);
        while (verdict.OutboxLeft > 0 && TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(40))
        {
            await WaitAsync(1);
            verdict = await checker.CheckAsync(file, _load.Leaked);
        }

        return (verdict, _load.Longest.Max(wait => wait.Seconds));
    }

    /// <summary>Seconds until every screen has heard of the latest version, once the load has ended.</summary>
    public async Task<double> ScreensCaughtUpAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await using var source = NpgsqlDataSource.Create(Cluster.Postgres!.Superuser);
        return await Screens.CaughtUpAsync(person => LatestAsync(source, person), TimeSpan.FromSeconds(5));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _closeScreens.CancelAsync();
        await _running;
        await _watching;
        await Cluster.DisposeAsync();
        await _proxy.DisposeAsync();
        KeepLogs();
        _folder.Delete(recursive: true);
        _stop.Dispose();
        _closeScreens.Dispose();
    }

    // What the processes said is all that can explain a long wait afterwards.
    private void KeepLogs()
    {
        if (_load.Longest.All(wait => wait.Seconds < WorthExplaining)) return;
        var kept = Directory.CreateDirectory(Repository.At("tests", "results", "logs")).FullName;
        foreach (var log in Directory.EnumerateFiles(_folder.FullName, "*.log", SearchOption.AllDirectories)) File.Copy(log, Path.Combine(kept, Path.GetFileName(log)), overwrite: true);
    }

    private void Note(string what) => _blows.Add(new Blow(_load.Elapsed, what));

    private static async Task<long> LatestAsync(NpgsqlDataSource source, Citizen person)
    {
        await using var command = source.CreateCommand($"select max(version) from {Schemas[person.Slug]}.event where stream = 'plan/{person.Id}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

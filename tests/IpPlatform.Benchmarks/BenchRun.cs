using System.Globalization;
using IpPlatform.Benchmarks.Equality;
using IpPlatform.Benchmarks.Load;
using IpPlatform.Benchmarks.Measure;
using IpPlatform.Benchmarks.Report;
using IpPlatform.Benchmarks.Rows;
using IpPlatform.Benchmarks.Seed;
using IpPlatform.Benchmarks.Setup;
using IpPlatform.Local;

namespace IpPlatform.Benchmarks;

/// <summary>Starts everything, measures every row, and leaves nothing behind.</summary>
internal static class BenchRun
{
    private const int Port = 18680;
    private const int EfPort = 18780;

    /// <param name="quick">Short slices.</param>
    /// <param name="only">One row, for those who work on it; nothing is saved then.</param>
    public static async Task<int> RunAsync(bool quick, string? only)
    {
        var (pace, rows) = (quick ? Pace.Quick : Pace.Full, new List<ReportRow>());
        var folder = Directory.CreateTempSubdirectory("ip-bench-");
        try
        {
            var publish = Path.GetFullPath(Path.Combine("artifacts", "publish"));
            var options = new LocalOptions(Path.Combine(folder.FullName, "data"), publish, Path.GetFullPath("tenants"), Port, Silos: 1, RestartDead: false);
            await using var cluster = await LocalCluster.StartAsync(options, _ => { }, CancellationToken.None);
            await using var platform = await BenchPlatform.BesideAsync(cluster, folder.FullName, publish, EfPort);
            // The desk is compared with nothing.
            if (only is not "desk")
            {
                await SameAnswers.ProveAsync(platform);
                Console.WriteLine("Both give the same answers, byte for byte.");
            }

            await foreach (var row in MeasureAsync(platform, pace, only))
            {
                rows.Add(row);
                Reporter.Print(row);
            }

            if (only is not null and not "store") return 0;
            // Without the platform's background work: the database server is all that remains.
            await platform.Ef.DisposeAsync();
            await Task.WhenAll(cluster.Silos.Append(cluster.Gateway).Select(child => child.StopAsync(TimeSpan.FromSeconds(12))));
            var store = await new StoreRow(platform.Database, new PgBench(platform.Database, folder.FullName) { Password = cluster.Provisioner }, cluster.Postgres!.Pid).RunAsync(pace);
            rows.Add(store);
            Reporter.Print(store);
            if (only is not null) return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Reporter.Save(Path.Combine("tests", "results", "bench.json"), quick, TimeProvider.System.GetUtcNow(), rows);
        var (met, all) = (rows.Sum(row => row.Goals.Count(goal => goal.Met)), rows.Sum(row => row.Goals.Count));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{met} of {all} goals met"));
        return 0;
    }

    private static async IAsyncEnumerable<ReportRow> MeasureAsync(BenchPlatform platform, Pace pace, string? only)
    {
        if (only is "desk") yield return await new DeskRow(platform).RunAsync(pace);
        if (only is "store" or "desk") yield break;
        var (plans, small, large) = (await platform.SeedAsync(pace.Plans, PlanSeed.Goals10), await platform.SeedAsync(SizeRow.Plans, 8), await platform.SeedAsync(SizeRow.Plans, 325));
        var tokens = await platform.TokensAsync(100);
        var (postgres, silo, gateway) = (platform.Cluster.Postgres!.Pid, platform.Cluster.Silos[0].Pid, platform.Cluster.Gateway.Pid);
        var ours = new Subject("ours", platform.Cluster.Url, new Dictionary<string, int> { ["silo"] = silo, ["gateway"] = gateway, ["PostgreSQL"] = postgres });
        var ef = new Subject("EF", platform.Ef.Gateway.Url, new Dictionary<string, int> { ["server"] = platform.Ef.Server.Pid, ["gateway"] = platform.Ef.Gateway.Pid, ["PostgreSQL"] = postgres });
        foreach (var subject in new[] { ours, ef }) await VisitAsync(subject, plans, tokens[0]);

        if (only is null or "read") yield return await CompareRow.Read.RunAsync(ours, ef, subject => new ReadMix(new PlanRequests(subject.Url), plans, tokens[1..]).Next, pace);
        if (only is null or "edit") yield return await CompareRow.Edit.RunAsync(ours.Again(), ef.Again(), subject => Edits(subject, plans, tokens), pace);
        if (only is null or "size") yield return await SizeRow.RunAsync(ours.Again("5 KB"), ours.Again("200 KB"), small, large, tokens[0], pace);
        if (only is null or "live") yield return await LiveRow.RunAsync(ours.Url, plans[0], tokens[0], pace);
        // Last, because it fills the municipality.
        if (only is null) yield return await new DeskRow(platform).RunAsync(pace);
    }

    /// <summary>Every plan once, so that both have in memory what they keep there.</summary>
    private static async Task VisitAsync(Subject subject, SeededPlan[] plans, string token)
    {
        using var load = new HttpLoad();
        var requests = new PlanRequests(subject.Url);
        await Parallel.ForEachAsync(plans, new ParallelOptions { MaxDegreeOfParallelism = HttpLoad.Connections }, async (plan, _) => await load.AskAsync(requests.Read(token, plan)));
    }

    private static Func<int, HttpRequestMessage> Edits(Subject subject, SeededPlan[] plans, string[] tokens)
    {
        var (requests, n) = (new PlanRequests(subject.Url), 0L);
        return worker =>
        {
            var text = Interlocked.Increment(ref n);
            return requests.Edit(tokens[worker], plans[text % plans.Length], (int)(text / plans.Length), text);
        };
    }
}

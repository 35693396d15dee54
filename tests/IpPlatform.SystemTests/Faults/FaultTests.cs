using System.Globalization;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Faults;

/// <summary>Nothing acknowledged is ever lost, whatever is killed. And the proof has teeth: with a safeguard taken out, the checker turns red.</summary>
[OverHttp]
[StartsItsOwn]
public sealed class FaultTests
{
    [Fact]
    public async Task Four_blows_lose_nothing_double_nothing_leak_nothing()
    {
        await using var run = await FaultRun.StartAsync();
        await FaultRun.WaitAsync(3);
        run.KillSilo(0);
        await FaultRun.WaitAsync(8);
        await run.KillPostgresAsync();
        await FaultRun.WaitAsync(4);
        run.KillGateway();
        await FaultRun.WaitAsync(4);
        await run.CutCommitsAsync(20);
        await ReportAsync(run, nameof(Four_blows_lose_nothing_double_nothing_leak_nothing));
    }

    [Fact]
    [Long]
    public async Task Twenty_silo_kills_five_database_kills_freezes_and_stops_lose_nothing()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("IPPLATFORM_SEED") ?? "1", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        await using var run = await FaultRun.StartAsync();
        await FaultRun.WaitAsync(5);
        for (var blow = 1; blow <= 20; blow++)
        {
            run.KillSilo(random.Next(2));
            await FaultRun.WaitAsync(8 + (random.NextDouble() * 4));
            if (blow % 3 == 0) await run.CutCommitsAsync(1 + random.Next(10));
            if (blow % 4 == 0) await run.KillPostgresAsync();
            if (blow % 5 == 0) run.KillGateway();
            if (blow % 7 == 0) await run.FreezeSiloAsync(random.Next(2), 20);
            if (blow % 6 == 0) run.StopSilo(random.Next(2));
        }

        await FaultRun.WaitAsync(10);
        await ReportAsync(run, nameof(Twenty_silo_kills_five_database_kills_freezes_and_stops_lose_nothing));
    }

    [Fact]
    [Long]
    public async Task Teeth_without_the_fence_the_checker_turns_red()
    {
        await using var run = await FaultRun.StartAsync();
        await run.SabotageAsync("alter table t_k4644.event drop constraint event_pkey; create index on t_k4644.event (stream, version)");
        await FaultRun.WaitAsync(1);
        // What a second activation would do: write on a version that the first one does not know of.
        for (var i = 0; i < 20; i++)
        {
            await run.SabotageAsync("""
                insert into t_k4644.event (stream, version, type, type_version, payload, payload_hash, at, command_id, actor)
                select distinct on (stream) stream, version + 1, type, type_version, payload, payload_hash, at, gen_random_uuid(), actor
                from t_k4644.event where stream like 'plan/%' order by stream, version desc
                """);
            await FaultRun.WaitAsync(0.1);
        }

        Assert.True((await run.EndAsync()).Verdict.Doubled > 0);
    }

    [Fact]
    [Long]
    public async Task Teeth_without_the_command_key_the_checker_turns_red()
    {
        await using var run = await FaultRun.StartAsync();
        await run.SabotageAsync("""
            create function t_k4644.forget() returns trigger language plpgsql as 'begin return null; end';
            create trigger forget before insert on t_k4644.command for each row execute function t_k4644.forget();
            grant execute on function t_k4644.forget() to ip_t_k4644
            """);
        await FaultRun.WaitAsync(4);
        Assert.True((await run.EndAsync()).Verdict.Lost > 0);
    }

    [Fact]
    [Long]
    public async Task Teeth_without_durable_commits_the_checker_turns_red()
    {
        await using var run = await FaultRun.StartAsync(new Dictionary<string, string> { ["synchronous_commit"] = "off", ["wal_writer_delay"] = "10000", ["wal_buffers"] = "64MB" });
        await FaultRun.WaitAsync(3);
        await run.KillPostgresAsync();
        await FaultRun.WaitAsync(5);
        Assert.True((await run.EndAsync()).Verdict.Lost > 0);
    }

    private static async Task ReportAsync(FaultRun run, string name)
    {
        var late = await run.ScreensCaughtUpAsync();
        var (verdict, longest) = await run.EndAsync();
        File.AppendAllText(
            Repository.At("tests", "results", "faults.txt"),
            string.Create(CultureInfo.InvariantCulture, $"{name}: longest wait {longest:0.0} s, commits cut {run.CommitsCut}, screens {run.Screens.Count} cut {run.Screens.Cut} times and up to date after {late:0.0} s, gaps {verdict.Gaps}, audit missing {verdict.AuditMissing}, outbox left {verdict.OutboxLeft}\n{string.Join('\n', run.DescribeWaits())}\nacknowledged {verdict.Acknowledged}, lost {verdict.Lost}, doubled {verdict.Doubled}, leaked {verdict.Leaked}\n"));
        Assert.True(verdict.Clean, verdict.ToString());
        Assert.Equal(0, run.Faults);
    }
}

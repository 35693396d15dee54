using System.Diagnostics;
using System.Security.Cryptography;
using IpPlatform.Benchmarks.Load;
using IpPlatform.Benchmarks.Measure;
using IpPlatform.Benchmarks.Report;
using IpPlatform.Benchmarks.Seed;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Grains.Events;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpPlatform.Benchmarks.Rows;

/// <summary>
/// Commits of the store alone, 64 in flight over 1,000 plans, in turn with pgbench inserting one event row with 64 clients. A commit
/// is what a changed goal writes (event, command, audit, list row), once without and once with a message in the outbox.
/// </summary>
internal sealed class StoreRow(Database database, PgBench pgbench, int postgres)
{
    private const int InFlight = 64;
    private const int Plans = 1_000;

    private static readonly TenantId Tenant = TenantId.Parse("benchstore");
    private static readonly EventCodec<PlanEvent> Codec = new();

    private readonly TenantStore _store = new(database);
    private readonly (Guid Id, long Version)[] _plans = [.. Enumerable.Range(0, Plans).Select(_ => (new Guid(RandomNumberGenerator.GetBytes(16)), 0L))];
    private readonly int[] _turns = new int[InFlight];

    public async Task<ReportRow> RunAsync(Pace pace)
    {
        await new Migrator(database, NullLogger<Migrator>.Instance).ProvisionAsync(Tenant, "benchstore", CancellationToken.None);
        await pgbench.PrepareAsync(Database.SchemaOf(Tenant));
        var (before, insert, plain, sending) = (LoadAverage.Now(), new Series(), new Series(), new Series());
        var (insertCpu, serverCpu, ownCpu, same) = (new Series(), new Series(), new Series(), new Series());
        await CommitsAsync(pace.WarmUp / 3, send: true);
        for (var round = 0; round < pace.Rounds; round++)
        {
            var start = CpuMeter.Of([postgres]);
            insert.Add(await pgbench.RunAsync(InFlight, pace.Slice, PgBench.Insert));
            insertCpu.Add((CpuMeter.Of([postgres]) - start) / (insert.Last * PgBench.SecondsOf(pace.Slice)));
            same.Add(await pgbench.RunAsync(InFlight, pace.Slice, PgBench.SameRows));
            var (server, own) = (CpuMeter.Of([postgres]), Environment.CpuUsage.TotalTime.TotalMilliseconds);
            var commits = await CommitsAsync(pace.Slice, send: false);
            plain.Add(commits.Rate);
            serverCpu.Add((CpuMeter.Of([postgres]) - server) / commits.Count);
            ownCpu.Add((Environment.CpuUsage.TotalTime.TotalMilliseconds - own) / commits.Count);
            sending.Add((await CommitsAsync(pace.Slice, send: true)).Rate);
        }

        return new ReportRow(
            "the store alone, 64 in flight over 1,000 plans",
            [
                new("pgbench, one event row", "/s", insert), new("pgbench, CPU in PostgreSQL", "ms", insertCpu),
                new("pgbench, the rows of a changed goal, no checks", "/s", same), new("commit of a changed goal", "/s", plain),
                new("commit, CPU in PostgreSQL", "ms", serverCpu), new("commit, CPU in the store's process", "ms", ownCpu), new("the same with a message in the outbox", "/s", sending),
            ],
            [Target.AtLeast("times pgbench", 0.8, plain.Median / insert.Median), Target.AtLeast("times pgbench, with a message", 0.8, sending.Median / insert.Median)],
            before, LoadAverage.Now());
    }

    private async Task<LoadResult> CommitsAsync(TimeSpan duration, bool send)
    {
        var (begin, latencies) = (Stopwatch.GetTimestamp(), new List<long>[InFlight]);
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(worker => Task.Run(async () =>
        {
            var mine = latencies[worker] = [];
            while (Stopwatch.GetElapsedTime(begin) < duration)
            {
                var started = Stopwatch.GetTimestamp();
                await CommitAsync(worker, send);
                mine.Add(Stopwatch.GetTimestamp() - started);
            }
        })));
        return new LoadResult(Stopwatch.GetElapsedTime(begin), Latencies.Of(latencies.SelectMany(some => some)), 0);
    }

    /// <summary>Each worker takes its own plans in turn, as each plan has one grain.</summary>
    private async Task CommitAsync(int worker, bool send)
    {
        var mine = (Plans - worker + InFlight - 1) / InFlight;
        ref var slot = ref _plans[worker + (_turns[worker]++ % mine * InFlight)];
        var (id, version, now) = (slot.Id, slot.Version, TimeProvider.System.GetUtcNow());
        slot.Version++;
        var command = new Guid(RandomNumberGenerator.GetBytes(16));
        var stream = StreamId.Of("plan", id);
        var actor = $"staff/{id:D}";
        OutboxMessage[] outbox = send
            ? [new OutboxMessage(new Guid(RandomNumberGenerator.GetBytes(16)), StreamId.Of("person", id), "plan-consent-withdrawn", "{\"bench\":true}"u8.ToArray(), now.AddDays(1))]
            : [];
        var commit = new Commit(
            stream, version, new CommandStamp(command, new byte[32], now), [Codec.Encode(new GoalChanged(id, PlanSeed.Text(version), now))], "{\"version\":7}"u8.ToArray(),
            [new PlanRow(id, true, 0, 16, version + 1, now)], outbox,
            new AuditEntry(new Guid(RandomNumberGenerator.GetBytes(16)), actor, "coordinator", nameof(ChangeGoal), id, stream.Value, "coordinator", "session", now));
        if (await _store.CommitAsync(Tenant, commit, CancellationToken.None) is not CommitOutcome.Committed) throw new InvalidOperationException("A commit was refused.");
    }
}

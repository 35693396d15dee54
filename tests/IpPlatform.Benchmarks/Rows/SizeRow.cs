using IpPlatform.Benchmarks.Load;
using IpPlatform.Benchmarks.Measure;
using IpPlatform.Benchmarks.Report;
using IpPlatform.Benchmarks.Seed;

namespace IpPlatform.Benchmarks.Rows;

/// <summary>Edits of large plans and of small ones in turn, four of each at a time; snapshots are written on the way as ever.</summary>
internal static class SizeRow
{
    /// <summary>Plans of each size.</summary>
    public const int Plans = 4;

    public static async Task<ReportRow> RunAsync(Subject small, Subject large, SeededPlan[] smallPlans, SeededPlan[] largePlans, string token, Pace pace)
    {
        using var load = new HttpLoad();
        var (requests, texts, before) = (new PlanRequests(small.Url), 0L, LoadAverage.Now());
        await load.ClosedAsync(worker => Next(largePlans, worker), TimeSpan.FromSeconds(1), Plans);
        for (var round = 0; round < pace.Rounds * 2; round++)
        {
            await small.FullSpeedAsync(() => load.ClosedAsync(worker => Next(smallPlans, worker), pace.Slice / 2, Plans));
            await large.FullSpeedAsync(() => load.ClosedAsync(worker => Next(largePlans, worker), pace.Slice / 2, Plans));
        }

        return new ReportRow(
            "edit on a plan of 200 KB against one of 5 KB",
            [.. new[] { small, large }.SelectMany(one => new Figure[]
            {
                new($"{one.Name}, 4 at a time", "/s", one.Rate), new($"{one.Name}, CPU", "ms", one.Cpu), new($"{one.Name}, failures", "", Series.Of(one.Failures)),
            })],
            [Target.AtMost("times the time", 1.2, small.Rate.Median / large.Rate.Median)], before, LoadAverage.Now());

        HttpRequestMessage Next(SeededPlan[] plans, int worker)
        {
            var text = Interlocked.Increment(ref texts);
            return requests.Edit(token, plans[worker], (int)text, text);
        }
    }
}

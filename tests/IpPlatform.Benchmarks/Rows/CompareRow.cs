using IpPlatform.Benchmarks.Load;
using IpPlatform.Benchmarks.Measure;
using IpPlatform.Benchmarks.Report;

namespace IpPlatform.Benchmarks.Rows;

/// <summary>The same requests to both, in turn: rate and CPU at full speed, then latency at half of each one's own rate.</summary>
internal sealed record CompareRow(string What, double Ratio, double CpuGoal, double P99Goal)
{
    public static CompareRow Read { get; } = new("read one plan of 10 KB, 1 audited opening to 9 refreshes", 3, 0.28, 25);

    public static CompareRow Edit { get; } = new("durable edit with event, audit and rows", 2, 0.9, 50);

    /// <summary>Measures.</summary>
    /// <param name="ours">The product.</param>
    /// <param name="ef">The comparison.</param>
    /// <param name="next">Makes the next request of a worker for a subject.</param>
    /// <param name="pace">How long.</param>
    public async Task<ReportRow> RunAsync(Subject ours, Subject ef, Func<Subject, Func<int, HttpRequestMessage>> next, Pace pace)
    {
        (Subject Subject, HttpLoad Load, Func<int, HttpRequestMessage> Next)[] both = [.. new[] { ours, ef }.Select(one => (one, new HttpLoad(), next(one)))];
        var load = LoadAverage.Now();
        foreach (var (_, http, request) in both) await http.ClosedAsync(request, pace.WarmUp);
        for (var round = 0; round < pace.Rounds; round++)
        {
            foreach (var (subject, http, request) in both) await subject.FullSpeedAsync(() => http.ClosedAsync(request, pace.Slice));
        }

        for (var round = 0; round < pace.HalfRounds; round++)
        {
            foreach (var (subject, http, request) in both) await subject.HalfSpeedAsync(rate => http.OpenAsync(request, rate, pace.HalfSlice));
        }

        foreach (var (_, http, _) in both) http.Dispose();
        return new ReportRow(
            What,
            [.. both.SelectMany(one => Figures(one.Subject))],
            [
                Target.AtLeast("times EF", Ratio, ours.Rate.Median / ef.Rate.Median),
                Target.AtMost("ms CPU a request", CpuGoal, ours.Cpu.Median),
                Target.AtMost("ms p99 at half load", P99Goal, ours.P99.Median),
            ],
            load, LoadAverage.Now());
    }

    private static IEnumerable<Figure> Figures(Subject subject) =>
    [
        new($"{subject.Name}, at full speed", "/s", subject.Rate),
        new($"{subject.Name}, CPU of all its processes", "ms", subject.Cpu),
        .. subject.Parts.Select(part => new Figure($"{subject.Name}, CPU of its {part.Key}", "ms", part.Value)),
        new($"{subject.Name}, p50 at half load", "ms", subject.P50),
        new($"{subject.Name}, p99 at half load", "ms", subject.P99),
        new($"{subject.Name}, cores that neighbours used", "", subject.Neighbours),
        new($"{subject.Name}, failures", "", Series.Of(subject.Failures)),
    ];
}

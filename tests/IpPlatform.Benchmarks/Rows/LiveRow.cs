using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using IpPlatform.Benchmarks.Load;
using IpPlatform.Benchmarks.Measure;
using IpPlatform.Benchmarks.Report;
using IpPlatform.Benchmarks.Seed;

namespace IpPlatform.Benchmarks.Rows;

/// <summary>One screen follows a plan while it is edited elsewhere: how long after the edit was acknowledged, and after it was sent, the screen is told.</summary>
internal static class LiveRow
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static async Task<ReportRow> RunAsync(string url, SeededPlan plan, string token, Pace pace)
    {
        using var load = new HttpLoad();
        var (requests, before) = (new PlanRequests(url), LoadAverage.Now());
        var (fromSend, fromAnswer, waits) = (new List<long>(), new List<long>(), 0);
        var told = Channel.CreateUnbounded<(long Version, long At)>();
        using var stream = await load.OpenStreamAsync(requests.Live(token, plan));
        stream.EnsureSuccessStatusCode();
        var listening = ListenAsync(stream, told.Writer);
        // The version in force comes first.
        await told.Reader.ReadAsync();
        for (var n = 0; n < pace.LiveEdits + Warm; n++)
        {
            await Task.Delay(Pause);
            var sent = Stopwatch.GetTimestamp();
            var (status, body) = await load.AskAsync(requests.Edit(token, plan, n, 1_000_000 + n));
            var answered = Stopwatch.GetTimestamp();
            if (status != 200) throw new InvalidOperationException($"An edit was answered {status}.");
            var version = System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("version").GetInt64();
            (long Version, long At) news;
            do news = await told.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(10)).Token);
            while (news.Version < version);
            if (n < Warm) continue;
            fromSend.Add(news.At - sent);
            fromAnswer.Add(Math.Max(0, news.At - answered));
            if (news.At > answered) waits++;
        }

        stream.Dispose();
        await listening;
        var (send, answer) = (Latencies.Of(fromSend), Latencies.Of(fromAnswer));
        return new ReportRow(
            "commit to another screen, one viewer",
            [
                new("from the edit's sending, p50", "ms", Series.Of(send.At(0.5))), new("from the edit's sending, p99", "ms", Series.Of(send.At(0.99))),
                new("from its acknowledgement, p50", "ms", Series.Of(answer.At(0.5))), new("from its acknowledgement, p99", "ms", Series.Of(answer.At(0.99))),
                new("share told only after the acknowledgement", "", Series.Of((double)waits / fromSend.Count)),
            ],
            [Target.AtMost("ms p99 from the edit's sending", 20, send.At(0.99))], before, LoadAverage.Now());
    }

    private const int Warm = 20;

    private static async Task ListenAsync(HttpResponseMessage stream, ChannelWriter<(long Version, long At)> told)
    {
        try
        {
            using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal)) told.TryWrite((long.Parse(line.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture), Stopwatch.GetTimestamp()));
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The measuring is over.
        }
    }
}

using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IpPlatform.Benchmarks.Load;
using IpPlatform.Benchmarks.Measure;
using IpPlatform.Benchmarks.Report;
using IpPlatform.Benchmarks.Seed;
using IpPlatform.Benchmarks.Setup;
using IpPlatform.Storage.Connections;
using IpPlatform.Web.Access;

namespace IpPlatform.Benchmarks.Rows;

/// <summary>
/// A coordinator with fifteen people in a municipality with ten thousand plans goes through all of them, one session after the other:
/// the desk, then each person's page, which is an audited opening each time. Every time there is something on each of them that she has
/// not seen, so that the desk has it to say and the page has it to keep.
/// </summary>
internal sealed class DeskRow(BenchPlatform platform)
{
    private const int Plans = 10_000;
    private const int AtOnce = 4;
    private const string Coordinator = "luster-coordinator-2";

    private readonly string _base = $"{platform.Cluster.Url.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)}/{BenchPlatform.Slug}/arbeid";
    private readonly Guid _staff = CallerResolver.StaffId(platform.Tenant, Coordinator);

    public async Task<ReportRow> RunAsync(Pace pace)
    {
        var people = await new DeskSeed(platform.Streams, TimeProvider.System).FillAsync(_staff, Plans);
        using var load = new HttpLoad();
        var before = LoadAverage.Now();
        await RoundsAsync(load, people, pace.Rounds * AtOnce, AtOnce, [], []);
        var (desk, person, several) = (new List<long>(), new List<long>(), new List<long>());
        await RoundsAsync(load, people, pace.Rounds * 4, 1, desk, person);
        await RoundsAsync(load, people, pace.Rounds * AtOnce * 2, AtOnce, [], several);
        var (desks, clicks, busy) = (Latencies.Of(desk), Latencies.Of(person), Latencies.Of(several));
        return new ReportRow(
            "desk: from click to the next person, 15 people, 10,000 plans in the municipality",
            [
                new("the next person, p50", "ms", Series.Of(clicks.At(0.5))), new("the next person, p95", "ms", Series.Of(clicks.At(0.95))),
                new("the desk, p50", "ms", Series.Of(desks.At(0.5))), new("the desk, p95", "ms", Series.Of(desks.At(0.95))),
                new("the next person, four at once, p95", "ms", Series.Of(busy.At(0.95))), new("clicks", "", Series.Of(clicks.Count + busy.Count)),
            ],
            [Target.AtMost("ms p95 from click to the next person", 100, clicks.At(0.95))], before, LoadAverage.Now());
    }

    private async Task RoundsAsync(HttpLoad load, Guid[] people, int rounds, int atOnce, List<long> desk, List<long> person)
    {
        await Parallel.ForAsync(0, rounds, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, cancellation) =>
        {
            var token = await TokenAsync(cancellation);
            await platform.Database.ExecuteAsync(platform.Tenant, "update seen set plan_version = 1 where actor = $1", [$"staff/{_staff:D}"], cancellation);
            await TimeAsync(load, token, _base, desk);
            foreach (var id in people) await TimeAsync(load, token, $"{_base}/{id:D}", person);
        });
    }

    private static async Task TimeAsync(HttpLoad load, string token, string url, List<long> into)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        var sent = Stopwatch.GetTimestamp();
        var (status, _) = await load.AskAsync(request);
        var took = Stopwatch.GetTimestamp() - sent;
        if (status != 200) throw new InvalidOperationException($"A page was answered {status}.");
        lock (into) into.Add(took);
    }

    /// <summary>Each a session of its own.</summary>
    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["staff"] = Coordinator });
        using var answer = await http.PostAsync(new Uri($"{platform.Cluster.Identity.Url}/test/token"), form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["access_token"]!.GetValue<string>();
    }
}

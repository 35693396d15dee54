using System.Diagnostics;
using System.Net;

namespace IpPlatform.Benchmarks.Load;

/// <summary>
/// Sends requests over 16 kept connections. Closed: each worker sends its next as soon as it is answered. Open: requests are due on a
/// fixed schedule, and a latency counts from when it was due, so that a stall is not hidden by the requests it held up.
/// </summary>
internal sealed class HttpLoad : IDisposable
{
    public const int Connections = 16;

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = Connections,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    /// <summary>As fast as answers come.</summary>
    public Task<LoadResult> ClosedAsync(Func<int, HttpRequestMessage> next, TimeSpan duration, int workers = Connections)
    {
        var (begin, length) = (Stopwatch.GetTimestamp(), (long)(duration.TotalSeconds * Stopwatch.Frequency));
        return RunAsync(workers, begin, async (worker, record) =>
        {
            while (Stopwatch.GetTimestamp() is var started && started - begin < length) record(started, await SendAsync(next(worker)));
        });
    }

    /// <summary>So many a second.</summary>
    public Task<LoadResult> OpenAsync(Func<int, HttpRequestMessage> next, double rate, TimeSpan duration)
    {
        var (begin, total, taken) = (Stopwatch.GetTimestamp(), (long)(rate * duration.TotalSeconds), 0L);
        return RunAsync(Connections, begin, async (worker, record) =>
        {
            while (Interlocked.Increment(ref taken) is var n && n <= total)
            {
                var due = begin + (long)((n - 1) / rate * Stopwatch.Frequency);
                var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (wait > TimeSpan.FromMilliseconds(1)) await Task.Delay(wait);
                record(Math.Min(due, Stopwatch.GetTimestamp()), await SendAsync(next(worker)));
            }
        });
    }

    /// <summary>One request; its answer's body.</summary>
    public async Task<(int Status, byte[] Body)> AskAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, CancellationToken.None);
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
        }
    }

    /// <summary>An answer that goes on, as its headers have come.</summary>
    public Task<HttpResponseMessage> OpenStreamAsync(HttpRequestMessage request) => _http.SendAsync(request, CancellationToken.None);

    public void Dispose() => _http.Dispose();

    private static async Task<LoadResult> RunAsync(int workers, long begin, Func<int, Action<long, bool>, Task> work)
    {
        var (latencies, failures) = (new List<long>[workers], 0);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() =>
        {
            var mine = latencies[worker] = new List<long>(4096);
            return work(worker, (started, good) =>
            {
                mine.Add(Stopwatch.GetTimestamp() - started);
                if (!good) Interlocked.Increment(ref failures);
            });
        })));
        return new LoadResult(Stopwatch.GetElapsedTime(begin), Latencies.Of(latencies.SelectMany(some => some)), failures);
    }

    private async Task<bool> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            try
            {
                using var response = await _http.SendAsync(request, CancellationToken.None);
                // To the end, or the connection is not kept.
                await response.Content.CopyToAsync(Stream.Null);
                return response.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}

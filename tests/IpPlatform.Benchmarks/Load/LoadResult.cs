using System.Diagnostics;

namespace IpPlatform.Benchmarks.Load;

/// <summary>What a slice gave.</summary>
internal sealed record LoadResult(TimeSpan Elapsed, Latencies Latencies, int Failures)
{
    public int Count => Latencies.Count;

    public double Rate => Count / Elapsed.TotalSeconds;
}

/// <summary>Latencies in order.</summary>
internal sealed class Latencies
{
    private readonly long[] _sorted;

    private Latencies(long[] sorted) => _sorted = sorted;

    public int Count => _sorted.Length;

    /// <summary>From counts of the stopwatch.</summary>
    public static Latencies Of(IEnumerable<long> ticks)
    {
        long[] sorted = [.. ticks];
        Array.Sort(sorted);
        return new Latencies(sorted);
    }

    /// <summary>A quantile in milliseconds, 0 when there are none.</summary>
    public double At(double quantile) =>
        Count == 0 ? 0 : _sorted[Math.Min(Count - 1, (int)(quantile * Count))] * 1000.0 / Stopwatch.Frequency;
}

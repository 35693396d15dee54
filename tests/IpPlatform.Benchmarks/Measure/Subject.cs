using IpPlatform.Benchmarks.Load;

namespace IpPlatform.Benchmarks.Measure;

/// <summary>One implementation under measurement: where it is, which processes are its own, and what its slices gave.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Url">Its gateway.</param>
/// <param name="Processes">Roots of its processes, the database server's among them.</param>
internal sealed record Subject(string Name, string Url, IReadOnlyCollection<int> Processes)
{
    /// <summary>Requests a second with 16 connections.</summary>
    public Series Rate { get; } = new();

    /// <summary>CPU milliseconds a request.</summary>
    public Series Cpu { get; } = new();

    /// <summary>Milliseconds at half the rate.</summary>
    public Series P50 { get; } = new();

    /// <summary>Milliseconds at half the rate.</summary>
    public Series P99 { get; } = new();

    public int Failures { get; private set; }

    /// <summary>Background work that a slice leaves behind, such as sealing the audit, belongs to it.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(1.2);

    /// <summary>A fresh one for another row.</summary>
    public Subject Again() => new(Name, Url, Processes);

    /// <summary>Measures rate and CPU.</summary>
    public async Task FullSpeedAsync(Func<Task<LoadResult>> slice)
    {
        var before = CpuMeter.Of(Processes);
        var result = await slice();
        await Task.Delay(Settle);
        Rate.Add(result.Rate);
        Cpu.Add((CpuMeter.Of(Processes) - before) / Math.Max(1, result.Count));
        Failures += result.Failures;
    }

    /// <summary>Measures latency at half the rate found.</summary>
    public async Task HalfSpeedAsync(Func<double, Task<LoadResult>> slice)
    {
        var result = await slice(Rate.Median / 2);
        await Task.Delay(Settle);
        P50.Add(result.Latencies.At(0.5));
        P99.Add(result.Latencies.At(0.99));
        Failures += result.Failures;
    }
}

using IpPlatform.Benchmarks.Load;

namespace IpPlatform.Benchmarks.Measure;

/// <summary>One implementation under measurement: where it is, which processes are its own, and what its slices gave.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Url">Its gateway.</param>
/// <param name="Processes">Roots of its processes by name, the database server's among them.</param>
internal sealed record Subject(string Name, string Url, IReadOnlyDictionary<string, int> Processes)
{
    /// <summary>Requests a second with 16 connections.</summary>
    public Series Rate { get; } = new();

    /// <summary>CPU milliseconds a request.</summary>
    public Series Cpu { get; } = new();

    /// <summary>The same, of each process.</summary>
    public IReadOnlyDictionary<string, Series> Parts { get; } = Processes.Keys.ToDictionary(name => name, _ => new Series());

    /// <summary>Milliseconds at half the rate.</summary>
    public Series P50 { get; } = new();

    /// <summary>Milliseconds at half the rate.</summary>
    public Series P99 { get; } = new();

    /// <summary>Cores that other programs of the machine used meanwhile, the driver left out.</summary>
    public Series Neighbours { get; } = new();

    public int Failures { get; private set; }

    /// <summary>Background work that a slice leaves behind, such as sealing the audit, belongs to it.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(1.2);

    // Everything is the driver's child.
    private static int[] AndDriver { get; } = [Environment.ProcessId];

    /// <summary>A fresh one for another row.</summary>
    public Subject Again(string? name = null) => new(name ?? Name, Url, Processes);

    /// <summary>Measures rate and CPU.</summary>
    public async Task FullSpeedAsync(Func<Task<LoadResult>> slice)
    {
        var (all, mine, begun) = (LoadAverage.BusyMilliseconds(), CpuMeter.Of(AndDriver), PartsNow());
        var result = await slice();
        var others = LoadAverage.BusyMilliseconds() - all - (CpuMeter.Of(AndDriver) - mine);
        await Task.Delay(Settle);
        Rate.Add(result.Rate);
        var used = PartsNow().ToDictionary(part => part.Key, part => (part.Value - begun[part.Key]) / Math.Max(1, result.Count));
        Cpu.Add(used.Values.Sum());
        foreach (var (name, part) in used) Parts[name].Add(part);
        Neighbours.Add(Math.Max(0, others / result.Elapsed.TotalMilliseconds));
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

    private Dictionary<string, double> PartsNow() => Processes.ToDictionary(part => part.Key, part => CpuMeter.Of([part.Value]));
}

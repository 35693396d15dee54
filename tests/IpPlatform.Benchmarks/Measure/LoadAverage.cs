using System.Globalization;

namespace IpPlatform.Benchmarks.Measure;

/// <summary>How busy the machine is.</summary>
internal static class LoadAverage
{
    /// <summary>Of the last minute.</summary>
    public static double Now() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Milliseconds that all cores together have worked for anybody.</summary>
    public static double BusyMilliseconds()
    {
        // cpu user nice system idle iowait irq softirq steal …
        long[] fields = [.. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
        return (fields[0] + fields[1] + fields[2] + fields[5] + fields[6] + fields[7]) * 10.0;
    }
}

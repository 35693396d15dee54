using System.Globalization;

namespace IpPlatform.Benchmarks.Measure;

/// <summary>CPU time of processes with everything below them, dead children included, as the kernel counts it.</summary>
internal static class CpuMeter
{
    /// <summary>USER_HZ, which is 100 on every Linux that .NET runs on.</summary>
    private const double TicksPerMillisecond = 0.1;

    /// <summary>Milliseconds used so far.</summary>
    public static double Of(IReadOnlyCollection<int> roots)
    {
        var all = new List<Stat>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && Read(pid) is { } stat) all.Add(stat);
        }

        var (mine, grew) = (roots.ToHashSet(), true);
        while (grew) grew = all.Where(stat => mine.Contains(stat.Parent)).Select(stat => mine.Add(stat.Pid)).ToList().Contains(true);
        return all.Where(stat => mine.Contains(stat.Pid)).Sum(stat => stat.Ticks) / TicksPerMillisecond;
    }

    private static Stat? Read(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            // The name stands in parentheses and may hold blanks; after it come state, parent, … utime, stime, cutime, cstime.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new Stat(pid, Number(fields[1]), Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]));
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Stat(int Pid, int Parent, int Ticks);
}

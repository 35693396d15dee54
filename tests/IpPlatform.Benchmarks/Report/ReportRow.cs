using IpPlatform.Benchmarks.Measure;

namespace IpPlatform.Benchmarks.Report;

/// <summary>One line of section 9: what was measured, against which goals, on how busy a machine.</summary>
internal sealed record ReportRow(string What, IReadOnlyList<Figure> Figures, IReadOnlyList<Target> Goals, double LoadBefore, double LoadAfter);

/// <summary>A number with its range over the slices.</summary>
internal sealed record Figure(string What, string Unit, double Median, double Least, double Most, int Slices)
{
    public Figure(string what, string unit, Series series) : this(what, unit, series.Median, series.Least, series.Most, series.Count)
    {
    }
}

/// <summary>A goal and what was reached.</summary>
internal sealed record Target(string What, string Wanted, double Reached, bool Met)
{
    public static Target AtLeast(string what, double least, double reached) => new(what, $"≥ {least}", reached, reached >= least);

    public static Target AtMost(string what, double most, double reached) => new(what, $"≤ {most}", reached, reached <= most);
}

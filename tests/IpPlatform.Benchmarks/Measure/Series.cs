namespace IpPlatform.Benchmarks.Measure;

/// <summary>One number of several slices: the median is the result, the range says what it is worth.</summary>
internal sealed class Series
{
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Median
    {
        get
        {
            if (_values.Count == 0) return 0;
            double[] sorted = [.. _values.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    public double Least => _values.Count == 0 ? 0 : _values.Min();

    public double Most => _values.Count == 0 ? 0 : _values.Max();

    /// <summary>A single number.</summary>
    public static Series Of(double value)
    {
        var series = new Series();
        series.Add(value);
        return series;
    }

    public double Last => _values[^1];

    public void Add(double value) => _values.Add(value);
}

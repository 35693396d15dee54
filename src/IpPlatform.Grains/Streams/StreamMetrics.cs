using System.Diagnostics.Metrics;

namespace IpPlatform.Grains.Streams;

/// <summary>Counts what becomes of commands. Labels are bounded: kind of stream and outcome, never keys.</summary>
public sealed class StreamMetrics
{
    /// <summary>The meter's name, for exporters.</summary>
    public const string MeterName = "IpPlatform.Streams";

    private readonly Counter<long> _outcomes;

    /// <summary>Creates the instruments.</summary>
    public StreamMetrics(IMeterFactory meters) =>
        _outcomes = meters.Create(MeterName).CreateCounter<long>("ip.commands", unit: "{command}", description: "Commands by kind of stream and outcome.");

    /// <summary>One command came to an end.</summary>
    public void Count(string kind, string outcome) =>
        _outcomes.Add(1, new KeyValuePair<string, object?>("stream", kind), new KeyValuePair<string, object?>("outcome", outcome));
}

using System.Globalization;

namespace IpPlatform.SystemTests.Faults;

/// <summary>A command that took long, over all attempts.</summary>
/// <param name="At">When it was sent first, in seconds since the load began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Command">Its id.</param>
/// <param name="Attempts">What each attempt was answered, and after how long.</param>
/// <param name="Answered">False when its sender gave up.</param>
internal sealed record LongWait(double At, double Seconds, Guid Command, IReadOnlyList<string> Attempts, bool Answered)
{
    private const double Before = 20;

    /// <summary>The wait in one line, with the blows that fell shortly before it and during it.</summary>
    public string Describe(IEnumerable<Blow> blows)
    {
        var near = blows.Where(blow => blow.At > At - Before && blow.At < At + Seconds).Select(blow => string.Create(CultureInfo.InvariantCulture, $"{blow.At - At:+0.0;-0.0} s {blow.What}"));
        return string.Create(CultureInfo.InvariantCulture, $"  waited {Seconds:0.0} s{(Answered ? "" : ", given up")}, from {At:0.0} s on, command {Command}: {string.Join(", ", Attempts)}; blows: {string.Join(", ", near)}");
    }
}

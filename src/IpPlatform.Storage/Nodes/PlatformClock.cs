namespace IpPlatform.Storage.Nodes;

/// <summary>
/// The clock seam: real time plus an offset that operators of a non-Production environment set for all processes at once, so that
/// deadlines and birthdays can be tried. Timers run on real time.
/// </summary>
public sealed class PlatformClock : TimeProvider
{
    private long _offsetTicks;

    /// <summary>The offset in force.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _offsetTicks));
        set => Volatile.Write(ref _offsetTicks, value.Ticks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}

namespace IpPlatform.Benchmarks.Rows;

/// <summary>How long everything takes.</summary>
/// <param name="Rounds">Slices of each, taken in turn.</param>
/// <param name="Slice">At full speed.</param>
/// <param name="HalfRounds">Slices at half speed.</param>
/// <param name="HalfSlice">At half speed.</param>
/// <param name="WarmUp">Before a row, for each: the runtime compiles hot methods again while they run, and that is not what is measured.</param>
/// <param name="Plans">Plans read and edited.</param>
/// <param name="LiveEdits">Edits that a screen is told of.</param>
internal sealed record Pace(int Rounds, TimeSpan Slice, int HalfRounds, TimeSpan HalfSlice, TimeSpan WarmUp, int Plans, int LiveEdits)
{
    public static Pace Quick { get; } = new(2, TimeSpan.FromSeconds(2.5), 1, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(9), 400, 150);

    public static Pace Full { get; } = new(5, TimeSpan.FromSeconds(6), 2, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), 1_000, 500);
}

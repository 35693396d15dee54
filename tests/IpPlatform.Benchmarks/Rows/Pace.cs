namespace IpPlatform.Benchmarks.Rows;

/// <summary>How long everything takes.</summary>
/// <param name="Rounds">Slices of each, taken in turn.</param>
/// <param name="Slice">At full speed.</param>
/// <param name="HalfRounds">Slices at half speed.</param>
/// <param name="HalfSlice">At half speed.</param>
/// <param name="WarmUp">Before the first row, for each.</param>
/// <param name="Plans">Plans read and edited.</param>
/// <param name="LiveEdits">Edits that a screen is told of.</param>
internal sealed record Pace(int Rounds, TimeSpan Slice, int HalfRounds, TimeSpan HalfSlice, TimeSpan WarmUp, int Plans, int LiveEdits)
{
    public static Pace Quick { get; } = new(2, TimeSpan.FromSeconds(2.5), 1, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(3), 400, 150);

    public static Pace Full { get; } = new(5, TimeSpan.FromSeconds(6), 2, TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(6), 1_000, 500);
}

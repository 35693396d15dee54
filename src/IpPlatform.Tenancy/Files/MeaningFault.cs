namespace IpPlatform.Tenancy.Files;

/// <summary>A rule that a configuration breaks, and where: member names and numbers, as <see cref="JsonSpot.At"/> takes them.</summary>
internal sealed record MeaningFault(string Code, string Message, params IReadOnlyList<object> Path)
{
    /// <summary>What the code's text is about.</summary>
    public string? Value { get; init; }

    /// <summary>Where it stands in a text of several lines, 1-based.</summary>
    public (int Line, int Column)? Spot { get; init; }
}

namespace IpPlatform.Tenancy.Files;

/// <summary>A rule that a configuration breaks, and where: member names and numbers, as <see cref="JsonSpot.At"/> takes them.</summary>
internal sealed record MeaningFault(string Code, string Message, params IReadOnlyList<object> Path);

namespace IpPlatform.Contracts.Cases;

/// <summary>A case document as UTF-8 JSON.</summary>
/// <param name="Version">Version of the case; 0 when there is none.</param>
/// <param name="Body">Null when there is none.</param>
[GenerateSerializer, Immutable, Alias("case-reading")]
public sealed record CaseReading([property: Id(0)] long Version, [property: Id(1)] byte[]? Body);

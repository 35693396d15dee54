namespace IpPlatform.Contracts.Plans;

/// <summary>A plan document as UTF-8 JSON, or only its version.</summary>
/// <param name="Version">Version of the plan; 0 when there has never been one.</param>
/// <param name="Body">Null when the reader has this version already or there is no plan.</param>
[GenerateSerializer, Immutable, Alias("plan-reading")]
public sealed record PlanReading([property: Id(0)] long Version, [property: Id(1)] byte[]? Body);

using IpPlatform.Domain.Access;

namespace IpPlatform.Domain.Plans;

/// <summary>Who wrote an item.</summary>
[GenerateSerializer, Immutable, Alias("author")]
public sealed record Author([property: Id(0)] CallerKind Kind, [property: Id(1)] Guid Subject);

namespace IpPlatform.Domain.Persons;

/// <summary>A national id that only the storage layer's vault can read: a keyed hash to find it by, and its ciphertext.</summary>
[GenerateSerializer, Immutable, Alias("protected-identifier")]
public sealed record ProtectedIdentifier([property: Id(0)] byte[] Hmac, [property: Id(1)] byte[] Ciphertext);

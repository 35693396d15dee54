using IpPlatform.Domain.Access;

namespace IpPlatform.Contracts.Commands;

/// <summary>
/// What every command carries besides its content.
/// </summary>
/// <param name="CommandId">Chosen by the sender; repeating it gives the first answer.</param>
/// <param name="Fingerprint">SHA-256 over caller and body as received: the same id with another body is a mismatch.</param>
/// <param name="Caller">Who, as admitted at the edge of the application.</param>
/// <param name="Ground">On which ground access was given; the audit stores it.</param>
[GenerateSerializer, Immutable, Alias("command-envelope")]
public sealed record CommandEnvelope([property: Id(0)] Guid CommandId, [property: Id(1)] byte[] Fingerprint, [property: Id(2)] Caller Caller, [property: Id(3)] string Ground);

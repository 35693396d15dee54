namespace IpPlatform.Contracts.Outbox;

/// <summary>A message as it is delivered: id (which becomes the command id), stored name and JSON payload.</summary>
[GenerateSerializer, Immutable, Alias("outbox-delivery")]
public sealed record OutboxDelivery([property: Id(0)] Guid Id, [property: Id(1)] string Type, [property: Id(2)] byte[] Payload);

using IpPlatform.Storage.Commits;

namespace IpPlatform.Storage.Outbox;

/// <summary>A message to deliver, with how often that has failed.</summary>
public sealed record PendingMessage(Guid Id, StreamId Target, string Type, ReadOnlyMemory<byte> Payload, int Attempts);

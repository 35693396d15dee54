using IpPlatform.Domain.Rows;

namespace IpPlatform.Storage.Commits;

/// <summary>
/// Everything that one command writes, in one transaction and one round trip.
/// </summary>
/// <param name="Stream">The aggregate's stream.</param>
/// <param name="ExpectedVersion">The version the decision was made on; 0 for a new stream. Events become ExpectedVersion + 1, + 2, …</param>
/// <param name="Command">Identity, origin and fingerprint of the command; unique within the stream.</param>
/// <param name="Events">At least one event.</param>
/// <param name="Result">What the caller is answered, UTF-8 JSON; returned again when the command is repeated.</param>
/// <param name="Rows">Read-model changes.</param>
/// <param name="Outbox">Messages to other grains and clocks (a message with a future <c>DueAt</c> is a clock).</param>
/// <param name="Audit">Who did what, on which ground.</param>
/// <param name="Snapshot">The state after the last event, now and then.</param>
/// <param name="BoundBlobs">Uploaded files that this command puts to use.</param>
/// <param name="Redaction">What this command removes from earlier events.</param>
public sealed record Commit(
    StreamId Stream,
    long ExpectedVersion,
    CommandStamp Command,
    IReadOnlyList<EventRecord> Events,
    ReadOnlyMemory<byte> Result,
    IReadOnlyList<RowChange> Rows,
    IReadOnlyList<OutboxMessage> Outbox,
    AuditEntry Audit,
    SnapshotRecord? Snapshot = null,
    IReadOnlyList<Guid>? BoundBlobs = null,
    Redaction? Redaction = null)
{
    /// <summary>The stream's version once this is written.</summary>
    public long Version => ExpectedVersion + Events.Count;
}

/// <summary>A command's identity. <paramref name="Fingerprint"/> is a SHA-256 over caller and body: the same id with another fingerprint is a mismatch (422).</summary>
public sealed record CommandStamp(Guid Id, byte[] Fingerprint, DateTimeOffset At);

/// <summary>
/// One event: stored type name and version (independent of CLR names), and the personal content as a payload apart from the
/// envelope, so that it can be redacted while the chain over its hash still verifies (S-11).
/// </summary>
public sealed record EventRecord(string Type, int TypeVersion, ReadOnlyMemory<byte> Payload);

/// <summary>An event as read. Of a redacted one the payload has its structure, and blanks where people's words were.</summary>
public sealed record StoredEvent(long Version, string Type, int TypeVersion, ReadOnlyMemory<byte> Payload, DateTimeOffset At, Guid CommandId, string Actor);

/// <summary>Aggregate state at a version. <paramref name="Shape"/> changes with the state's code; an unknown shape is ignored and replayed.</summary>
public sealed record SnapshotRecord(long Version, int Shape, ReadOnlyMemory<byte> State);

/// <summary>What is known of a stream: newest usable snapshot and the events after it.</summary>
public sealed record LoadedStream(SnapshotRecord? Snapshot, IReadOnlyList<StoredEvent> Tail);

/// <summary>A message to a grain, delivered at least once, in order per target; <paramref name="Id"/> becomes the command id there.</summary>
/// <param name="Id">UUIDv5 of its cause, so that a repeated commit cannot send twice.</param>
/// <param name="Target">Target stream, such as <c>person/{uuid}</c>.</param>
/// <param name="Type">Stored message name.</param>
/// <param name="Payload">UTF-8 JSON.</param>
/// <param name="DueAt">Not before.</param>
public sealed record OutboxMessage(Guid Id, StreamId Target, string Type, ReadOnlyMemory<byte> Payload, DateTimeOffset DueAt);

/// <summary>One line of the audit: who (opaque id), in which role, did what to which person, on which ground. Never content, never names.</summary>
public sealed record AuditEntry(Guid Id, string Actor, string Role, string Action, Guid? PersonId, string Target, string Ground, string SessionId, DateTimeOffset At);

namespace IpPlatform.Storage.Commits;

/// <summary>
/// What a commit removes from earlier events of its stream (S-11). The events keep their structure, their places and the hashes of
/// what stood there, so that the chain still verifies; the snapshot and the files go.
/// </summary>
/// <param name="Events">The events with everything personal blanked.</param>
/// <param name="Reason">A code, never words about the person.</param>
/// <param name="Files">Files that those events put to use.</param>
public sealed record Redaction(IReadOnlyList<RedactedEvent> Events, string Reason, IReadOnlyList<Guid> Files);

/// <summary>What remains of one event.</summary>
public sealed record RedactedEvent(long Version, ReadOnlyMemory<byte> Remains);

namespace IpPlatform.Storage.Commits;

/// <summary>
/// Keeps a snapshot and a redaction of the same stream apart: a snapshot that is being written would otherwise miss an uncommitted
/// redaction, and be missed by it. Held until the transaction ends; snapshots share it. The stream is the only parameter.
/// </summary>
internal static class SnapshotLock
{
    public const string Shared = "select pg_advisory_xact_lock_shared(hashtextextended(current_schema() || '/' || $1, 0))";

    public const string Alone = "select pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || $1, 0))";
}

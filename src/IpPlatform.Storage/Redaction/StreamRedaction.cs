using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Redaction;

/// <summary>
/// Removes on purpose what should not have been written (S-11): the event keeps its structure, its place and the hash of what stood
/// there; snapshots and the command's stored answer go; the audit says who did it, when and why. One transaction. From then on the
/// stream is replayed from its events and not snapshotted, because an activation that loaded the words before could write them back.
/// Such an activation also still shows them: the caller must deactivate the stream's grain afterwards.
/// </summary>
public sealed class StreamRedaction(Database database)
{
    /// <summary>Redacts one event. False when there is no such event or it was redacted before.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="version">The event's version.</param>
    /// <param name="remains">The event's payload with everything personal blanked.</param>
    /// <param name="reason">A code, never words about the person.</param>
    /// <param name="audit">Who, on which ground.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task<bool> RedactAsync(
        TenantId tenant, StreamId stream, long version, ReadOnlyMemory<byte> remains, string reason, AuditEntry audit, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using var batch = Database.Batch(connection, tenant);
        batch.BatchCommands.Add(TenantStatement.Command(SnapshotLock.Alone, [stream.Value]));
        var redact = TenantStatement.Command(
            """
            with blanked as (
                update event set payload = $3, redacted_at = $4, redaction = $5 where stream = $1 and version = $2 and redacted_at is null returning command_id),
            forgotten as (delete from snapshot where stream = $1 and exists (select 1 from blanked)),
            unanswered as (update command c set result = $12 from blanked b where c.stream = $1 and c.command_id = b.command_id)
            insert into audit (id, actor, role, action, person_id, target, ground, session_id, at)
            select $6, $7, $8, 'Redact', $9, $10, $5, $11, $4 from blanked
            """,
            [
                stream.Value, version, remains.ToArray(), audit.At, reason, audit.Id, audit.Actor, audit.Role,
                new NpgsqlParameter<Guid?> { TypedValue = audit.PersonId }, $"{stream.Value}@{version}", audit.SessionId, """{"redacted":true}"""u8.ToArray(),
            ]);
        batch.BatchCommands.Add(redact);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return redact.RecordsAffected == 1;
    }
}

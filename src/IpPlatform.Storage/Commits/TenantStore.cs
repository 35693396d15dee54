using System.Collections.Concurrent;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Commits;

/// <summary>
/// The only way to write a tenant's streams. One commit is one batch, one transaction, one round trip; those of a tenant that are under
/// way at the same time share one. The first event's insert is the fence: everything else hangs on it, so that a conflict is an answer
/// and not an aborted transaction. The cost does not grow with the stream. Whatever is thrown means that the outcome is unknown.
/// </summary>
public sealed class TenantStore(Database database)
{
    // One statement, so that snapshot and tail are of the same moment.
    private const string Load = """
        with known as (select version, shape, state from snapshot where stream = $1 and shape = $2)
        select version, '', shape, state, null::timestamptz, null::uuid, '', true from known
        union all
        select version, type, type_version, payload, at, command_id, actor, false from event
        where stream = $1 and version > coalesce((select version from known), 0)
        order by 8 desc, 1
        """;

    private readonly SingleCommit _single = new(database);
    private readonly CommitGroup _group = new(database);
    private readonly ConcurrentDictionary<TenantId, CommitQueue> _queues = new();

    /// <summary>Writes a commit, or says with certainty why nothing was written.</summary>
    public Task<CommitOutcome> CommitAsync(TenantId tenant, Commit commit, CancellationToken cancellationToken)
    {
        // What is rare and large goes by itself.
        if (commit.Snapshot is not null || commit.Redaction is not null || commit.BoundBlobs is { Count: > 0 }) return _single.CommitAsync(tenant, commit, cancellationToken);
        return _queues.GetOrAdd(tenant, mine => new CommitQueue(mine, _single, _group)).AddAsync(commit).WaitAsync(cancellationToken);
    }

    /// <summary>The first answer to a command, if it was carried out.</summary>
    public Task<StoredCommand?> FindCommandAsync(TenantId tenant, StreamId stream, Guid commandId, CancellationToken cancellationToken) =>
        CommandSql.FindAsync(database, tenant, stream, commandId, cancellationToken);

    /// <summary>Newest snapshot of the given shape and the events after it, in one round trip.</summary>
    public async Task<LoadedStream> LoadAsync(TenantId tenant, StreamId stream, int shape, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using var batch = Database.Batch(connection, tenant);
        batch.BatchCommands.Add(TenantStatement.Command(Load, [stream.Value, shape]));
        // Once it is sent it is let finish (decision 011).
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        await reader.NextResultAsync(CancellationToken.None);
        SnapshotRecord? snapshot = null;
        var tail = new List<StoredEvent>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            if (reader.GetBoolean(7)) snapshot = new SnapshotRecord(reader.GetInt64(0), reader.GetInt32(2), reader.GetFieldValue<byte[]>(3));
            else tail.Add(EventSql.Read(reader));
        }

        return new LoadedStream(snapshot, tail);
    }

    /// <summary>Events of a stream after a version, in order.</summary>
    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(TenantId tenant, StreamId stream, long afterVersion, int limit, CancellationToken cancellationToken) =>
        await database.QueryAsync(
            tenant, $"{EventSql.Select} where stream = $1 and version > $2 order by version limit $3", [stream.Value, afterVersion, limit], EventSql.Read, cancellationToken);
}

using System.Security.Cryptography;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Rows;
using Npgsql;

namespace IpPlatform.Storage.Commits;

/// <summary>
/// The only way to write a tenant's streams. One commit is one batch, one transaction, one round trip. The first event's insert is
/// the fence: everything else hangs on it, so that a conflict is an answer and not an aborted transaction. The cost does not grow
/// with the stream. Whatever is thrown means that the outcome is unknown.
/// </summary>
public sealed class TenantStore(Database database)
{
    private const string Write = """
        with opened as (
            insert into event (stream, version, type, type_version, payload, payload_hash, at, command_id, actor)
            select $1, $2 + 1, ($5::text[])[1], ($6::int[])[1], ($7::bytea[])[1], ($8::bytea[])[1], $4, $3, $9
            where not exists (select 1 from command where stream = $1 and command_id = $3)
              and ($2 = 0 or exists (select 1 from event where stream = $1 and version = $2))
            on conflict do nothing
            returning version),
        followed as (
            insert into event (stream, version, type, type_version, payload, payload_hash, at, command_id, actor)
            select $1, $2 + e.n, e.type, e.type_version, e.payload, e.payload_hash, $4, $3, $9
            from opened, unnest($5::text[], $6::int[], $7::bytea[], $8::bytea[]) with ordinality as e (type, type_version, payload, payload_hash, n)
            where e.n > 1),
        done as (
            insert into command (stream, command_id, fingerprint, version, result, at)
            select $1, $3, $10, $2 + cardinality($5::text[]), $11, $4 from opened),
        audited as (
            insert into audit (id, actor, role, action, person_id, target, ground, session_id, at, stream, command_id, content_hash)
            select $12, $9, $13, $14, $15, $16, $17, $18, $4, $1, $3, $24 from opened
            on conflict do nothing),
        sent as (
            insert into outbox (id, target, type, payload, due_at)
            select m.id, m.target, m.type, m.payload, m.due_at
            from opened, unnest($19::uuid[], $20::text[], $21::text[], $22::bytea[], $23::timestamptz[]) as m (id, target, type, payload, due_at)
            on conflict do nothing)
        select o.version, c.fingerprint, c.version, c.result
        from (select 1) as one
        left join opened o on true
        left join command c on c.stream = $1 and c.command_id = $3
        """;

    private const string Bind = """
        insert into blob_binding (blob_id, owner, stream, version)
        select distinct b.id, $5, $1, $2 from unnest($4::uuid[]) as b (id)
        where exists (select 1 from event where stream = $1 and version = $2 and command_id = $3)
        """;

    // Of a stream with a redaction there are no snapshots: the state may have been loaded before it and carry the words.
    private const string Snapshot = """
        insert into snapshot (stream, version, shape, state)
        select $1, $4, $5, $6 where exists (select 1 from event where stream = $1 and version = $2 and command_id = $3)
            and not exists (select 1 from event where stream = $1 and redacted_at is not null)
        on conflict (stream) do update set version = excluded.version, shape = excluded.shape, state = excluded.state
        where snapshot.version < excluded.version or snapshot.shape <> excluded.shape
        """;

    // One statement, so that snapshot and tail are of the same moment.
    private const string Load = """
        with known as (select version, shape, state from snapshot where stream = $1 and shape = $2)
        select version, '', shape, state, null::timestamptz, null::uuid, '', true from known
        union all
        select version, type, type_version, payload, at, command_id, actor, false from event
        where stream = $1 and version > coalesce((select version from known), 0)
        order by 8 desc, 1
        """;

    /// <summary>Writes a commit, or says with certainty why nothing was written.</summary>
    public async Task<CommitOutcome> CommitAsync(TenantId tenant, Commit commit, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(tenant, commit, cancellationToken);
        }
        catch (PostgresException conflict) when (conflict.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation)
        {
            // The commit's connection is back in the pool by now: many conflicts at once must not wait for each other's.
            return await ConflictAsync(tenant, commit, conflict.ConstraintName, cancellationToken);
        }
    }

    private async Task<CommitOutcome> WriteAsync(TenantId tenant, Commit commit, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using var batch = Database.Batch(connection, tenant);
        batch.BatchCommands.Add(WriteCommand(commit));
        var version = commit.ExpectedVersion + commit.Events.Count;
        foreach (var row in commit.Rows) batch.BatchCommands.Add(RowWriter.InCommit(row, commit.Stream, version, commit.Command.Id));
        if (commit.BoundBlobs is { Count: > 0 } blobs)
        {
            batch.BatchCommands.Add(TenantStatement.Command(Bind, [commit.Stream.Value, version, commit.Command.Id, blobs.ToArray(), commit.Audit.Actor]));
        }

        if (commit.Snapshot is { } snapshot)
        {
            batch.BatchCommands.Add(TenantStatement.Command(SnapshotLock.Shared, [commit.Stream.Value]));
            batch.BatchCommands.Add(TenantStatement.Command(Snapshot, [commit.Stream.Value, version, commit.Command.Id, snapshot.Version, snapshot.Shape, snapshot.State.ToArray()]));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.IsDBNull(0)) return reader.IsDBNull(1) ? new CommitOutcome.Fenced() : new CommitOutcome.Duplicate(Stored(commit.Command.Id, reader, 1));
        // Errors of the later commands show only when their results are read; the commit itself comes after the last.
        while (await reader.NextResultAsync(cancellationToken)) { }
        return new CommitOutcome.Committed(version);
    }

    /// <summary>The first answer to a command, if it was carried out.</summary>
    public async Task<StoredCommand?> FindCommandAsync(TenantId tenant, StreamId stream, Guid commandId, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            tenant, "select fingerprint, version, result from command where stream = $1 and command_id = $2", [stream.Value, commandId],
            reader => Stored(commandId, reader, 0), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Newest snapshot of the given shape and the events after it, in one round trip.</summary>
    public async Task<LoadedStream> LoadAsync(TenantId tenant, StreamId stream, int shape, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using var batch = Database.Batch(connection, tenant);
        batch.BatchCommands.Add(TenantStatement.Command(Load, [stream.Value, shape]));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        SnapshotRecord? snapshot = null;
        var tail = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellationToken))
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

    private async Task<CommitOutcome> ConflictAsync(TenantId tenant, Commit commit, string? constraint, CancellationToken cancellationToken)
    {
        if (constraint is "event_pkey") return new CommitOutcome.Fenced();
        // Two activations carried out the same command at once, and the other one won; else it is an index that spans streams.
        var first = await FindCommandAsync(tenant, commit.Stream, commit.Command.Id, cancellationToken);
        if (first is not null) return new CommitOutcome.Duplicate(first);
        return constraint is "command_pkey" ? new CommitOutcome.Fenced() : new CommitOutcome.Invariant(constraint ?? "constraint");
    }

    private static StoredCommand Stored(Guid id, NpgsqlDataReader reader, int from) =>
        new(id, reader.GetFieldValue<byte[]>(from), reader.GetInt64(from + 1), reader.GetFieldValue<byte[]>(from + 2));

    private static NpgsqlBatchCommand WriteCommand(Commit commit)
    {
        var audit = commit.Audit;
        byte[][] payloads = [.. commit.Events.Select(e => e.Payload.ToArray())];
        byte[][] hashes = [.. payloads.Select(SHA256.HashData)];
        return TenantStatement.Command(Write,
        [
            commit.Stream.Value, commit.ExpectedVersion, commit.Command.Id, commit.Command.At,
            commit.Events.Select(e => e.Type).ToArray(), commit.Events.Select(e => e.TypeVersion).ToArray(), payloads, hashes,
            audit.Actor, commit.Command.Fingerprint, commit.Result.ToArray(),
            audit.Id, audit.Role, audit.Action, new NpgsqlParameter<Guid?> { TypedValue = audit.PersonId }, audit.Target, audit.Ground, audit.SessionId,
            commit.Outbox.Select(m => m.Id).ToArray(), commit.Outbox.Select(m => m.Target.Value).ToArray(), commit.Outbox.Select(m => m.Type).ToArray(),
            commit.Outbox.Select(m => m.Payload.ToArray()).ToArray(), commit.Outbox.Select(m => m.DueAt).ToArray(),
            ContentHash.Of(commit.Stream.Value, commit.ExpectedVersion + commit.Events.Count, hashes),
        ]);
    }
}

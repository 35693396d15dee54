using System.Security.Cryptography;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Rows;
using Npgsql;

namespace IpPlatform.Storage.Commits;

/// <summary>
/// One commit as one batch, one transaction, one round trip. The first event's insert is the fence: everything else hangs on it, so
/// that a conflict is an answer and not an aborted transaction. The cost does not grow with the stream.
/// </summary>
internal sealed class SingleCommit(Database database)
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

    private const string Snapshot = """
        insert into snapshot (stream, version, shape, state)
        select $1, $4, $5, $6 where exists (select 1 from event where stream = $1 and version = $2 and command_id = $3)
        on conflict (stream) do update set version = excluded.version, shape = excluded.shape, state = excluded.state
        where snapshot.version < excluded.version or snapshot.shape <> excluded.shape
        """;

    private const string Emptied = """
        with done as (
            update event e set payload = r.remains, redacted_at = $6, redaction = $7 from unnest($4::bigint[], $5::bytea[]) as r (version, remains)
            where e.stream = $1 and e.version = r.version and e.redacted_at is null
              and exists (select 1 from event where stream = $1 and version = $2 and command_id = $3)
            returning e.version)
        delete from snapshot where stream = $1 and exists (select 1 from done)
        """;

    // A file's binding goes before the file that it points to.
    private const string Unbound = """
        delete from blob_binding where blob_id = any($4) and stream = $1 and exists (select 1 from event where stream = $1 and version = $2 and command_id = $3)
        """;

    private const string Deleted = """
        delete from blob b where b.id = any($4) and not exists (select 1 from blob_binding where blob_id = b.id)
            and exists (select 1 from event where stream = $1 and version = $2 and command_id = $3)
        """;

    /// <summary>Writes a commit, or says with certainty why nothing was written. Whatever is thrown means that the outcome is unknown.</summary>
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
        var version = commit.Version;
        foreach (var row in commit.Rows) batch.BatchCommands.Add(RowWriter.InCommit(row, commit.Stream, version, commit.Command.Id));
        if (commit.BoundBlobs is { Count: > 0 } blobs)
        {
            batch.BatchCommands.Add(TenantStatement.Command(Bind, [commit.Stream.Value, version, commit.Command.Id, blobs.ToArray(), commit.Audit.Actor]));
        }

        if (commit.Snapshot is { } snapshot)
        {
            batch.BatchCommands.Add(TenantStatement.Command(Snapshot, [commit.Stream.Value, version, commit.Command.Id, snapshot.Version, snapshot.Shape, snapshot.State.ToArray()]));
        }

        if (commit.Redaction is { } redaction)
        {
            object?[] own = [commit.Stream.Value, version, commit.Command.Id];
            batch.BatchCommands.Add(TenantStatement.Command(
                Emptied, [.. own, redaction.Events.Select(e => e.Version).ToArray(), redaction.Events.Select(e => e.Remains.ToArray()).ToArray(), commit.Command.At, redaction.Reason]));
            batch.BatchCommands.Add(TenantStatement.Command(Unbound, [.. own, redaction.Files.ToArray()]));
            batch.BatchCommands.Add(TenantStatement.Command(Deleted, [.. own, redaction.Files.ToArray()]));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.IsDBNull(0)) return reader.IsDBNull(1) ? new CommitOutcome.Fenced() : new CommitOutcome.Duplicate(CommandSql.Read(commit.Command.Id, reader, 1));
        // Errors of the later commands show only when their results are read; the commit itself comes after the last.
        while (await reader.NextResultAsync(cancellationToken)) { }
        return new CommitOutcome.Committed(version);
    }

    private async Task<CommitOutcome> ConflictAsync(TenantId tenant, Commit commit, string? constraint, CancellationToken cancellationToken)
    {
        if (constraint is "event_pkey") return new CommitOutcome.Fenced();
        // Two activations carried out the same command at once, and the other one won; else it is an index that spans streams.
        var first = await CommandSql.FindAsync(database, tenant, commit.Stream, commit.Command.Id, cancellationToken);
        if (first is not null) return new CommitOutcome.Duplicate(first);
        return constraint is "command_pkey" ? new CommitOutcome.Fenced() : new CommitOutcome.Invariant(constraint ?? "constraint");
    }

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
            ContentHash.Of(commit.Stream.Value, commit.Version, hashes),
        ]);
    }
}

using System.Security.Cryptography;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Audit;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Rows;
using Npgsql;

namespace IpPlatform.Storage.Commits;

/// <summary>
/// Commits of different streams of one tenant as one batch, one transaction, one round trip. Each has the fence of its own, and what it
/// writes hangs on that, so that one that is fenced or repeated takes nothing from the others.
/// </summary>
internal sealed class CommitGroup(Database database)
{
    // Whether a command or a predecessor is there is asked as a value and not joined: a join's plan is kept, and one that was made while
    // the tables were small would read all of them ever after.
    private const string Write = """
        with asked as (
            select * from unnest($1::text[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::text[], $6::int[], $7::bytea[], $8::bytea[], $9::text[], $10::bytea[],
                $11::bigint[], $12::bytea[], $13::uuid[], $14::text[], $15::text[], $16::uuid[], $17::text[], $18::text[], $19::text[], $20::bytea[]) with ordinality
                as a (stream, base, command_id, at, type, type_version, payload, payload_hash, actor, fingerprint,
                    last, result, audit_id, role, action, person_id, target, ground, session_id, content_hash, n)),
        opened as (
            insert into event (stream, version, type, type_version, payload, payload_hash, at, command_id, actor)
            select stream, base + 1, type, type_version, payload, payload_hash, at, command_id, actor from asked a
            where (select true from command c where c.stream = a.stream and c.command_id = a.command_id) is null
              and (base = 0 or (select true from event e where e.stream = a.stream and e.version = a.base))
            on conflict do nothing
            returning stream),
        written as materialized (select a.* from asked a join opened using (stream)),
        followed as (
            insert into event (stream, version, type, type_version, payload, payload_hash, at, command_id, actor)
            select stream, f.version, f.type, f.type_version, f.payload, f.payload_hash, w.at, w.command_id, w.actor
            from unnest($21::text[], $22::bigint[], $23::text[], $24::int[], $25::bytea[], $26::bytea[]) as f (stream, version, type, type_version, payload, payload_hash)
            join written w using (stream)),
        done as (
            insert into command (stream, command_id, fingerprint, version, result, at)
            select stream, command_id, fingerprint, last, result, at from written),
        audited as (
            insert into audit (id, actor, role, action, person_id, target, ground, session_id, at, stream, command_id, content_hash)
            select audit_id, actor, role, action, person_id, target, ground, session_id, at, stream, command_id, content_hash from written
            on conflict do nothing),
        sent as (
            insert into outbox (id, target, type, payload, due_at)
            select m.id, m.target, m.type, m.payload, m.due_at
            from unnest($27::text[], $28::uuid[], $29::text[], $30::text[], $31::bytea[], $32::timestamptz[]) as m (stream, id, target, type, payload, due_at)
            join opened using (stream)
            on conflict do nothing),
        listed as (
            insert into plan_row (person_id, open, agreed, proposed, version, changed_at)
            select p.person_id, p.open, p.agreed, p.proposed, p.version, p.changed_at
            from unnest($33::text[], $34::uuid[], $35::boolean[], $36::int[], $37::int[], $38::bigint[], $39::timestamptz[])
                as p (stream, person_id, open, agreed, proposed, version, changed_at)
            join opened using (stream)
            on conflict (person_id) do update set open = excluded.open, agreed = excluded.agreed, proposed = excluded.proposed,
                version = excluded.version, changed_at = excluded.changed_at)
        select a.n, o.stream is not null, c.fingerprint, c.version, c.result
        from asked a
        left join opened o using (stream)
        left join lateral (select * from command where stream = a.stream and command_id = a.command_id and o.stream is null limit 1) c on true
        """;

    /// <summary>Writes them; the answers are in the order of the commits. Whatever is thrown says nothing about any of them.</summary>
    /// <param name="tenant">Whose they are, all of them.</param>
    /// <param name="commits">Of one stream at most one.</param>
    public async Task<CommitOutcome[]> WriteAsync(TenantId tenant, IReadOnlyList<Commit> commits)
    {
        await using var connection = await database.App.OpenConnectionAsync();
        await using var batch = Database.Batch(connection, tenant);
        batch.BatchCommands.Add(WriteCommand(commits));
        // Every change of a plan writes its row, so those go along; other rows are few.
        foreach (var commit in commits)
        {
            foreach (var row in commit.Rows.Where(row => row is not PlanRow)) batch.BatchCommands.Add(RowWriter.InCommit(row, commit.Stream, commit.Version, commit.Command.Id));
        }

        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var outcomes = new CommitOutcome[commits.Count];
        while (await reader.ReadAsync())
        {
            var n = (int)reader.GetInt64(0) - 1;
            outcomes[n] = reader.GetBoolean(1) ? new CommitOutcome.Committed(commits[n].Version)
                : reader.IsDBNull(2) ? new CommitOutcome.Fenced()
                : new CommitOutcome.Duplicate(CommandSql.Read(commits[n].Command.Id, reader, 2));
        }

        // Errors of the later commands show only when their results are read; the transaction ends after the last.
        while (await reader.NextResultAsync()) { }
        return outcomes;
    }

    private static NpgsqlBatchCommand WriteCommand(IReadOnlyList<Commit> commits)
    {
        byte[][][] payloads = [.. commits.Select(commit => commit.Events.Select(e => e.Payload.ToArray()).ToArray())];
        byte[][][] hashes = [.. payloads.Select(some => some.Select(SHA256.HashData).ToArray())];
        (Commit Commit, int N, EventRecord Event, byte[] Payload, byte[] Hash)[] followers =
            [.. commits.SelectMany((commit, c) => commit.Events.Select((e, n) => (commit, n, e, payloads[c][n], hashes[c][n])).Skip(1))];
        (StreamId Stream, OutboxMessage Message)[] messages = [.. commits.SelectMany(commit => commit.Outbox.Select(message => (commit.Stream, message)))];
        // What a commit says last of a plan is what stays.
        (StreamId Stream, PlanRow Row)[] plans = [.. commits.SelectMany(commit => commit.Rows.OfType<PlanRow>().Reverse().DistinctBy(row => row.PersonId).Select(row => (commit.Stream, row)))];
        return TenantStatement.Command(Write,
        [
            Each(c => c.Stream.Value), Each(c => c.ExpectedVersion), Each(c => c.Command.Id), Each(c => c.Command.At),
            Each(c => c.Events[0].Type), Each(c => c.Events[0].TypeVersion), payloads.Select(some => some[0]).ToArray(), hashes.Select(some => some[0]).ToArray(),
            Each(c => c.Audit.Actor), Each(c => c.Command.Fingerprint), Each(c => c.Version), Each(c => c.Result.ToArray()),
            Each(c => c.Audit.Id), Each(c => c.Audit.Role), Each(c => c.Audit.Action), Each(c => c.Audit.PersonId), Each(c => c.Audit.Target), Each(c => c.Audit.Ground),
            Each(c => c.Audit.SessionId), commits.Select((c, n) => ContentHash.Of(c.Stream.Value, c.Version, hashes[n])).ToArray(),
            followers.Select(f => f.Commit.Stream.Value).ToArray(), followers.Select(f => f.Commit.ExpectedVersion + f.N + 1).ToArray(),
            followers.Select(f => f.Event.Type).ToArray(), followers.Select(f => f.Event.TypeVersion).ToArray(), followers.Select(f => f.Payload).ToArray(), followers.Select(f => f.Hash).ToArray(),
            messages.Select(m => m.Stream.Value).ToArray(), messages.Select(m => m.Message.Id).ToArray(), messages.Select(m => m.Message.Target.Value).ToArray(),
            messages.Select(m => m.Message.Type).ToArray(), messages.Select(m => m.Message.Payload.ToArray()).ToArray(), messages.Select(m => m.Message.DueAt).ToArray(),
            plans.Select(p => p.Stream.Value).ToArray(), plans.Select(p => p.Row.PersonId).ToArray(), plans.Select(p => p.Row.Open).ToArray(), plans.Select(p => p.Row.AgreedGoals).ToArray(),
            plans.Select(p => p.Row.ProposedGoals).ToArray(), plans.Select(p => p.Row.Version).ToArray(), plans.Select(p => p.Row.ChangedAt).ToArray(),
        ]);

        T[] Each<T>(Func<Commit, T> value) => [.. commits.Select(value)];
    }
}

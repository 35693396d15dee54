using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Outbox;

/// <summary>
/// Messages that wait. Of each target only the oldest due message is handed out, so that order holds; a parked message, or one that
/// waits for its next attempt, holds back its own target and nobody else. A clock that is not yet due holds back nothing.
/// </summary>
public sealed class OutboxStore(Database database)
{
    /// <summary>What can be delivered now.</summary>
    public Task<List<PendingMessage>> DueAsync(TenantId tenant, DateTimeOffset now, int limit, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        select id, target, type, payload, attempts from (
            select distinct on (target) id, seq, target, type, payload, attempts, parked_at, next_attempt_at
            from outbox where due_at <= $1 order by target, seq) as head
        where parked_at is null and coalesce(next_attempt_at, $1) <= $1
        order by seq limit $2
        """,
        [now, limit],
        reader => new PendingMessage(reader.GetGuid(0), StreamId.FromStored(reader.GetString(1)), reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.GetInt32(4)),
        cancellationToken);

    /// <summary>They are durable at their targets.</summary>
    public Task DeliveredAsync(TenantId tenant, Guid[] ids, CancellationToken cancellationToken) =>
        database.ExecuteAsync(tenant, "delete from outbox where id = any($1)", [ids], cancellationToken);

    /// <summary>It failed and is to be tried again.</summary>
    public Task FailedAsync(TenantId tenant, Guid id, DateTimeOffset nextAttempt, string error, CancellationToken cancellationToken) =>
        database.ExecuteAsync(tenant, "update outbox set attempts = attempts + 1, next_attempt_at = $2, last_error = $3 where id = $1", [id, nextAttempt, error], cancellationToken);

    /// <summary>It failed too often; an operator looks at it.</summary>
    public Task ParkAsync(TenantId tenant, Guid id, string error, CancellationToken cancellationToken) =>
        database.ExecuteAsync(tenant, "update outbox set attempts = attempts + 1, parked_at = now(), last_error = $2 where id = $1", [id, error], cancellationToken);

    /// <summary>What was parked, oldest first.</summary>
    public Task<List<ParkedMessage>> ParkedAsync(TenantId tenant, CancellationToken cancellationToken) => database.QueryAsync(
        tenant, "select id, type, target, attempts, parked_at, coalesce(last_error, '') from outbox where parked_at is not null order by parked_at, seq", [],
        reader => new ParkedMessage(reader.GetGuid(0), reader.GetString(1), StreamId.FromStored(reader.GetString(2)).Kind, reader.GetInt32(3), reader.GetFieldValue<DateTimeOffset>(4), reader.GetString(5)), cancellationToken);

    /// <summary>When something may be deliverable next, or null when nothing waits: the heads of targets that are not parked, and clocks.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            tenant,
            """
            select min(at) from (
                select greatest(due_at, coalesce(next_attempt_at, due_at)) as at from (
                    select distinct on (target) due_at, next_attempt_at, parked_at from outbox where due_at <= $1 order by target, seq) as head
                where parked_at is null
                union all
                select min(due_at) from outbox where due_at > $1) as next
            """,
            [now], reader => reader.IsDBNull(0) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(0), cancellationToken))[0];
}

using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Callbacks;

/// <summary>Who waits to be rung, and who was lately.</summary>
public sealed class CallbackQueries(Database database)
{
    private const string Columns = "callback_id, contact, name, phone, day, from_time, to_time, topic, topic_text, asked_at, ring_by, tries, tried_by, tried_at, ended, ended_by, ended_at, version";

    /// <summary>How many wait, and how many of them should have been rung.</summary>
    public async Task<CallbackCount> CountAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            tenant, "select count(*)::int, count(*) filter (where ring_by <= $1)::int from callback_row where ended is null", [now],
            reader => new CallbackCount(reader.GetInt32(0), reader.GetInt32(1)), cancellationToken))[0];

    /// <summary>Who waits, the shortest time left first.</summary>
    public Task<List<CallbackEntry>> WaitingAsync(TenantId tenant, int most, CancellationToken cancellationToken) => database.QueryAsync(
        tenant, $"select {Columns} from callback_row where ended is null order by ring_by, asked_at, callback_id limit $1", [most], Read, cancellationToken);

    /// <summary>Whose call is done, the latest first. They go by themselves.</summary>
    public Task<List<CallbackEntry>> EndedAsync(TenantId tenant, int most, CancellationToken cancellationToken) => database.QueryAsync(
        tenant, $"select {Columns} from callback_row where ended is not null order by ended_at desc, callback_id limit $1", [most], Read, cancellationToken);

    private static CallbackEntry Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
        new CallWindow(reader.GetFieldValue<DateOnly>(4), reader.GetFieldValue<TimeOnly>(5), reader.GetFieldValue<TimeOnly>(6)), (CallTopic)reader.GetInt16(7), reader.IsDBNull(8) ? null : reader.GetString(8),
        reader.GetFieldValue<DateTimeOffset>(9), reader.GetFieldValue<DateTimeOffset>(10), reader.GetInt32(11), reader.IsDBNull(12) ? null : reader.GetGuid(12),
        reader.IsDBNull(13) ? null : reader.GetFieldValue<DateTimeOffset>(13), reader.IsDBNull(14) ? null : (CallStepKind)reader.GetInt16(14), reader.IsDBNull(15) ? null : reader.GetGuid(15),
        reader.IsDBNull(16) ? null : reader.GetFieldValue<DateTimeOffset>(16), reader.GetInt64(17));
}

/// <summary>A request to be rung in the unit's list.</summary>
public sealed record CallbackEntry(
    Guid CallbackId, string Contact, string Name, string Phone, CallWindow Window, CallTopic Topic, string? TopicText, DateTimeOffset AskedAt, DateTimeOffset RingBy, int Tries, Guid? TriedBy, DateTimeOffset? TriedAt,
    CallStepKind? Ended, Guid? EndedBy, DateTimeOffset? EndedAt, long Version);

/// <summary>Requests that wait.</summary>
/// <param name="Waiting">All.</param>
/// <param name="Overdue">Those that should have been rung.</param>
public sealed record CallbackCount(int Waiting, int Overdue);

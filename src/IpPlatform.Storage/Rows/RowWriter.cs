using IpPlatform.Domain.Rows;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Rows;

/// <summary>Read-model rows as upserts. In a commit each hangs on the commit's own last event; in a rebuild on nothing.</summary>
internal static class RowWriter
{
    /// <summary>The upsert, done only when this very commit has written its event.</summary>
    public static NpgsqlBatchCommand InCommit(RowChange change, StreamId stream, long version, Guid commandId)
    {
        var (sql, parameters) = Upsert(change, "where exists (select 1 from event where stream = $1 and version = $2 and command_id = $3)");
        return TenantStatement.Command(sql, [stream.Value, version, commandId, .. parameters]);
    }

    /// <summary>The upsert as it is.</summary>
    public static NpgsqlBatchCommand Unconditional(RowChange change)
    {
        // The first three parameters keep their places, so that each upsert is written once.
        var (sql, parameters) = Upsert(change, "where $1::text is null and $2::bigint is null and $3::uuid is null");
        return TenantStatement.Command(sql, [Null<string>(), Null<long?>(), Null<Guid?>(), .. parameters]);
    }

    /// <summary>All tables that are projected, for <c>rebuild</c>.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["person_identifier", "relation", "plan_row", "staff_role", "case_row", "person_row", "staff", "coordination_row", "absence_row", "adult_relation", "protection", "callback_row"];

    private static (string Sql, object?[] Parameters) Upsert(RowChange change, string when) => change switch
    {
        PersonIdentifierRow row => (
            $"insert into person_identifier (person_id, hmac, ciphertext) select $4, $5, $6 {when} on conflict (person_id) do update set hmac = excluded.hmac, ciphertext = excluded.ciphertext",
            [row.PersonId, row.Hmac, row.Ciphertext]),
        RelationRow row => (
            $"insert into relation (relation_id, person_id, subject_id, kind, valid_from, valid_to) select $4, $5, $6, $7, $8, $9 {when} on conflict (relation_id) do update set valid_to = excluded.valid_to",
            [row.RelationId, row.PersonId, row.SubjectId, (short)row.Kind, row.From, At(row.To)]),
        AdultRow row => (
            $"insert into adult_relation (relation_id, person_id, subject_id, reads, valid_from, valid_to) select $4, $5, $6, $7, $8, $9 {when} on conflict (relation_id) do update set reads = excluded.reads, valid_to = excluded.valid_to",
            [row.RelationId, row.PersonId, row.SubjectId, row.Reads, row.From, At(row.To)]),
        ProtectionRow row => (
            $"insert into protection (person_id, level) select $4, $5 {when} on conflict (person_id) do update set level = excluded.level",
            [row.PersonId, (short)row.Level]),
        PlanRow row => (
            $"insert into plan_row (person_id, open, agreed, proposed, version, changed_at) select $4, $5, $6, $7, $8, $9 {when} on conflict (person_id) do update set open = excluded.open, agreed = excluded.agreed, proposed = excluded.proposed, version = excluded.version, changed_at = excluded.changed_at",
            [row.PersonId, row.Open, row.AgreedGoals, row.ProposedGoals, row.Version, row.ChangedAt]),
        PersonRow row => (
            $"insert into person_row (person_id, name, born, phone) select $4, $5, $6, $7 {when} on conflict (person_id) do update set name = excluded.name, born = excluded.born, phone = excluded.phone",
            [row.PersonId, row.Name, Day(row.Born), Words(row.Phone)]),
        StaffRow row => (
            $"insert into staff (staff_id, name, title, phone) select $4, $5, $6, $7 {when} on conflict (staff_id) do update set name = excluded.name, title = excluded.title, phone = excluded.phone",
            [row.StaffId, row.Name, row.Title, Words(row.Phone)]),
        CoordinationRow row => (
            $"insert into coordination_row (person_id, stage, staff_id, deputy_id, offered_to, child_coordinator, next_by, granted_at, version, changed_at) select $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 {when} on conflict (person_id) do update set stage = excluded.stage, staff_id = excluded.staff_id, deputy_id = excluded.deputy_id, offered_to = excluded.offered_to, child_coordinator = excluded.child_coordinator, next_by = excluded.next_by, granted_at = excluded.granted_at, version = excluded.version, changed_at = excluded.changed_at",
            [row.PersonId, (short)row.Stage, Id(row.StaffId), Id(row.DeputyId), Id(row.OfferedTo), row.ChildCoordinator, Day(row.NextBy), row.GrantedAt, row.Version, row.ChangedAt]),
        AbsenceRow { Cancelled: true } row => ($"delete from absence_row where absence_id = $4 and exists (select 1 {when})", [row.AbsenceId]),
        AbsenceRow row => (
            $"insert into absence_row (absence_id, staff_id, first_day, last_day) select $4, $5, $6, $7 {when} on conflict (absence_id) do nothing",
            [row.AbsenceId, row.StaffId, row.First, row.Last]),
        CaseRow row => (
            $"insert into case_row (case_id, number, person_id, status, urgent, services, received_at, due_on, overdue, handler_id, version, changed_at, to_pass_on, awaits_leader) select $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17 {when} on conflict (case_id) do update set person_id = excluded.person_id, status = excluded.status, urgent = excluded.urgent, due_on = excluded.due_on, overdue = excluded.overdue, handler_id = excluded.handler_id, version = excluded.version, changed_at = excluded.changed_at, to_pass_on = excluded.to_pass_on, awaits_leader = excluded.awaits_leader",
            [row.CaseId, row.Number, Id(row.PersonId), (short)row.Status, row.Urgent, row.Services.Select(service => (short)service).ToArray(), row.ReceivedAt, row.DueOn, row.Overdue, Id(row.Handler), row.Version, row.ChangedAt, row.ToPassOn, row.AwaitsLeader]),
        CallbackRow { Gone: true } row => ($"delete from callback_row where callback_id = $4 and exists (select 1 {when})", [row.CallbackId]),
        CallbackRow row => (
            $"insert into callback_row (callback_id, contact, name, phone, day, from_time, to_time, topic, topic_text, asked_at, ring_by, tries, tried_by, tried_at, ended, ended_by, ended_at, version) select $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21 {when} on conflict (callback_id) do update set tries = excluded.tries, tried_by = excluded.tried_by, tried_at = excluded.tried_at, ended = excluded.ended, ended_by = excluded.ended_by, ended_at = excluded.ended_at, version = excluded.version",
            [row.CallbackId, row.Contact, row.Name, row.Phone, row.Window.Day, row.Window.From, row.Window.To, (short)row.Topic, Words(row.TopicText), row.AskedAt, row.RingBy, row.Tries, Id(row.TriedBy), At(row.TriedAt), new NpgsqlParameter<short?> { TypedValue = (short?)row.Ended }, Id(row.EndedBy), At(row.EndedAt), row.Version]),
        StaffRoleRow row => (
            $"insert into staff_role (staff_id, role, valid_from, valid_to) select $4, $5, $6, $7 {when} on conflict (staff_id, role, valid_from) do update set valid_to = excluded.valid_to",
            [row.StaffId, (short)row.Role, row.From, At(row.To)]),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.GetType().Name, null),
    };

    private static NpgsqlParameter<DateTimeOffset?> At(DateTimeOffset? at) => new NpgsqlParameter<DateTimeOffset?> { TypedValue = at };

    private static NpgsqlParameter<DateOnly?> Day(DateOnly? day) => new NpgsqlParameter<DateOnly?> { TypedValue = day };

    private static NpgsqlParameter<string?> Words(string? text) => new NpgsqlParameter<string?> { TypedValue = text, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };

    private static NpgsqlParameter<Guid?> Id(Guid? id) => new NpgsqlParameter<Guid?> { TypedValue = id };

    private static NpgsqlParameter<T?> Null<T>() => new NpgsqlParameter<T?> { TypedValue = default };
}

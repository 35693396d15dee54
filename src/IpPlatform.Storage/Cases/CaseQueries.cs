using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Cases;

/// <summary>Questions about cases that lists ask, over the rows of the same commits.</summary>
public sealed class CaseQueries(Database database)
{
    private const string Columns = "case_id, number, person_id, status, urgent, services, received_at, due_on, overdue, handler_id, coalesce((select x.level from protection x where x.person_id = c.person_id), 0), to_pass_on, awaits_leader";

    /// <summary>Whom a case is about; no entry when there is no such case.</summary>
    public async Task<CaseConcern?> ConcernAsync(TenantId tenant, Guid caseId, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            tenant, "select person_id from case_row where case_id = $1", [caseId], reader => new CaseConcern(reader.IsDBNull(0) ? null : reader.GetGuid(0)), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Cases that wait for an answer, or for something in them to be passed on (O-021): urgent first, then the shortest clock. Without those about people from whom the employee is barred (S-10).</summary>
    public Task<List<CaseListRow>> QueueAsync(TenantId tenant, Guid staff, DateTimeOffset now, int most, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        $"""
        select {Columns} from case_row c
        where (status in (1, 2, 3) or to_pass_on > 0) and not exists (
            select 1 from relation r where r.person_id = c.person_id and r.subject_id = $1 and r.kind = 9 and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2))
        order by urgent desc, due_on, received_at limit $3
        """,
        [staff, now, most], Read, cancellationToken);

    /// <summary>Reports of the cases that are running, each as the JSON of its first event. For counting: nothing of them is to be shown.</summary>
    public Task<List<byte[]>> RunningReportsAsync(TenantId tenant, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        select e.payload from case_row c join event e on e.stream = 'case/' || c.case_id and e.version = 1
        where (c.status in (1, 2, 3) or c.to_pass_on > 0) and e.redacted_at is null
        """,
        [], reader => reader.GetFieldValue<byte[]>(0), cancellationToken);

    /// <summary>Whether a case waits for the unit's leader (O-029).</summary>
    public async Task<bool> AwaitsLeaderAsync(TenantId tenant, Guid caseId, CancellationToken cancellationToken) =>
        (await database.QueryAsync(tenant, "select 1 from case_row where case_id = $1 and awaits_leader", [caseId], reader => reader.GetInt32(0), cancellationToken)).Count > 0;

    /// <summary>A person's cases, the latest first.</summary>
    public Task<List<CaseListRow>> OfPersonAsync(TenantId tenant, Guid person, CancellationToken cancellationToken) => database.QueryAsync(
        tenant, $"select {Columns} from case_row c where person_id = $1 order by received_at desc", [person], Read, cancellationToken);

    private static CaseListRow Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetGuid(2), (CaseStatus)reader.GetInt16(3), reader.GetBoolean(4),
        [.. reader.GetFieldValue<short[]>(5).Select(service => (MunicipalService)service)], reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateOnly>(7),
        reader.GetBoolean(8), reader.IsDBNull(9) ? null : reader.GetGuid(9), (ProtectionLevel)reader.GetInt16(10), reader.GetInt32(11), reader.GetBoolean(12));
}

/// <summary>Whom a case is about; nobody yet when null.</summary>
public sealed record CaseConcern(Guid? PersonId);

/// <summary>A case in a list: clocks and state, never content.</summary>
public sealed record CaseListRow(
    Guid CaseId, string Number, Guid? PersonId, CaseStatus Status, bool Urgent, IReadOnlyList<MunicipalService> Services, DateTimeOffset ReceivedAt, DateOnly DueOn, bool Overdue, Guid? Handler,
    ProtectionLevel Protection, int ToPassOn, bool AwaitsLeader);

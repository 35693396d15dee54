using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Coordination;

/// <summary>Questions about coordination that lists ask.</summary>
public sealed class CoordinationQueries(Database database)
{
    /// <summary>People who have a right to a coordinator and have none: the unit itself coordinates. Longest waiting first.</summary>
    public Task<List<WaitingRow>> WithoutCoordinatorAsync(TenantId tenant, Guid staff, DateTimeOffset now, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        select person_id, stage, offered_to, granted_at, child_coordinator from coordination_row c
        where stage in (1, 2) and not exists (
            select 1 from relation r where r.person_id = c.person_id and r.subject_id = $1 and r.kind = 9 and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2))
        order by granted_at, person_id
        """,
        [staff, now],
        reader => new WaitingRow(reader.GetGuid(0), (CoordinationStage)reader.GetInt16(1), reader.IsDBNull(2) ? null : reader.GetGuid(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetBoolean(4)),
        cancellationToken);

    /// <summary>Offers that wait for an employee's answer; none about people from whom she is barred (S-10).</summary>
    public Task<List<Guid>> OfferedToAsync(TenantId tenant, Guid staff, DateTimeOffset now, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        select person_id from coordination_row c
        where offered_to = $1 and not exists (
            select 1 from relation r where r.person_id = c.person_id and r.subject_id = $1 and r.kind = 9 and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2))
        order by changed_at
        """,
        [staff, now], reader => reader.GetGuid(0), cancellationToken);

    /// <summary>Whether somebody coordinates for a person now, by an appointment or by a relation that was registered before there were any here.</summary>
    public async Task<bool> HasCoordinatorAsync(TenantId tenant, Guid person, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            tenant,
            """
            select exists (select 1 from coordination_row where person_id = $1 and staff_id is not null)
                or exists (select 1 from relation where person_id = $1 and kind = 2 and valid_from <= $2 and (valid_to is null or valid_to > $2))
            """,
            [person, now], reader => reader.GetBoolean(0), cancellationToken))[0];

    /// <summary>The employees who are children's coordinators of a person's sisters and brothers: to be offered first (O-052).</summary>
    public Task<List<Guid>> OfSiblingsAsync(TenantId tenant, Guid person, DateTimeOffset now, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        select distinct c.staff_id from relation r
        join coordination_row c on c.person_id = case when r.person_id = $1 then r.subject_id else r.person_id end
        where r.kind = 20 and $1 in (r.person_id, r.subject_id) and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
            and c.child_coordinator and c.staff_id is not null
        order by c.staff_id
        """,
        [person, now], reader => reader.GetGuid(0), cancellationToken);

    /// <summary>How many people each employee coordinates for, and until when she is away on a day. People from whom the reader is barred are not counted (S-10).</summary>
    public async Task<IReadOnlyDictionary<Guid, LoadRow>> LoadAsync(TenantId tenant, Guid reader, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            tenant,
            """
            select coalesce(c.staff_id, a.staff_id), coalesce(c.people, 0), a.until
            from (
                select staff_id, count(*)::int as people from coordination_row p
                where stage = 3 and not exists (
                    select 1 from relation r where r.person_id = p.person_id and r.subject_id = $2 and r.kind = 9 and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3))
                group by staff_id) c
            full join (select staff_id, max(last_day) as until from absence_row where first_day <= $1 and last_day >= $1 group by staff_id) a on a.staff_id = c.staff_id
            """,
            [day, reader, now], row => new LoadRow(row.GetGuid(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2)), cancellationToken))
        .ToDictionary(row => row.StaffId);
}

/// <summary>Somebody who waits for a coordinator.</summary>
public sealed record WaitingRow(Guid PersonId, CoordinationStage Stage, Guid? OfferedTo, DateTimeOffset Since, bool ChildCoordinator);

/// <summary>An employee's load.</summary>
public sealed record LoadRow(Guid StaffId, int People, DateOnly? AbsentUntil);

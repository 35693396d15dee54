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

    /// <summary>Offers that wait for an employee's answer.</summary>
    public Task<List<Guid>> OfferedToAsync(TenantId tenant, Guid staff, CancellationToken cancellationToken) => database.QueryAsync(
        tenant, "select person_id from coordination_row where offered_to = $1 order by changed_at", [staff], reader => reader.GetGuid(0), cancellationToken);

    /// <summary>How many people each employee coordinates for, and until when she is away.</summary>
    public async Task<IReadOnlyDictionary<Guid, LoadRow>> LoadAsync(TenantId tenant, DateOnly today, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            tenant,
            """
            select coalesce(c.staff_id, a.staff_id), coalesce(c.people, 0), a.until
            from (select staff_id, count(*)::int as people from coordination_row where stage = 3 group by staff_id) c
            full join (select staff_id, max(last_day) as until from absence_row where first_day <= $1 and last_day >= $1 group by staff_id) a on a.staff_id = c.staff_id
            """,
            [today], reader => new LoadRow(reader.GetGuid(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2)), cancellationToken))
        .ToDictionary(row => row.StaffId);

    /// <summary>
    /// The people whom an employee coordinates for or stands in for: with what has to be done first, and whether anything has changed
    /// since she last looked.
    /// </summary>
    public Task<List<DeskPerson>> DeskAsync(TenantId tenant, Guid staff, DateTimeOffset now, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        select r.person_id, coalesce(n.name, ''), r.kind, c.next_by, coalesce(p.open, false), coalesce(p.agreed, 0), coalesce(p.proposed, 0), p.changed_at,
               coalesce(p.version > (select max(o.seen_version) from opening o where o.actor = $2 and o.person_id = r.person_id and o.target = 'plan'), p.version is not null)
        from relation r
        left join person_row n on n.person_id = r.person_id
        left join coordination_row c on c.person_id = r.person_id
        left join plan_row p on p.person_id = r.person_id
        where r.subject_id = $1 and r.kind in (2, 4) and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3)
            and not exists (select 1 from relation b where b.person_id = r.person_id and b.subject_id = $1 and b.kind = 9 and b.valid_from <= $3 and (b.valid_to is null or b.valid_to > $3))
        order by c.next_by nulls last, n.name, r.person_id
        """,
        [staff, $"staff/{staff:D}", now],
        reader => new DeskPerson(
            reader.GetGuid(0), reader.GetString(1), reader.GetInt16(2) == 4, reader.IsDBNull(3) ? null : reader.GetFieldValue<DateOnly>(3), reader.GetBoolean(4), reader.GetInt32(5),
            reader.GetInt32(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7), reader.GetBoolean(8)),
        cancellationToken);
}

/// <summary>Somebody who waits for a coordinator.</summary>
public sealed record WaitingRow(Guid PersonId, CoordinationStage Stage, Guid? OfferedTo, DateTimeOffset Since, bool ChildCoordinator);

/// <summary>An employee's load.</summary>
public sealed record LoadRow(Guid StaffId, int People, DateOnly? AbsentUntil);

/// <summary>A person on a coordinator's desk.</summary>
public sealed record DeskPerson(Guid PersonId, string Name, bool AsDeputy, DateOnly? NextBy, bool PlanOpen, int Agreed, int Proposed, DateTimeOffset? ChangedAt, bool Changed);

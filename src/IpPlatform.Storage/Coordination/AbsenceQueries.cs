using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Coordination;

/// <summary>Who is away, and whom somebody else therefore acts for. Why is nobody's business here.</summary>
public sealed class AbsenceQueries(Database database)
{
    /// <summary>Which of some employees are away on a day, and until when.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> AwayAsync(TenantId tenant, IReadOnlyCollection<Guid> staff, DateOnly day, CancellationToken cancellationToken) =>
        staff.Count == 0
            ? new Dictionary<Guid, DateOnly>()
            : (await database.QueryAsync(
                tenant, "select staff_id, max(last_day) from absence_row where staff_id = any($1) and first_day <= $2 and last_day >= $2 group by staff_id", [staff.ToArray(), day],
                reader => (Staff: reader.GetGuid(0), Until: reader.GetFieldValue<DateOnly>(1)), cancellationToken))
            .ToDictionary(row => row.Staff, row => row.Until);

    /// <summary>Absences of some employees that have not ended, the next first.</summary>
    public Task<List<AbsenceEntry>> FromAsync(TenantId tenant, IReadOnlyCollection<Guid> staff, DateOnly day, CancellationToken cancellationToken) => database.QueryAsync(
        tenant, "select absence_id, staff_id, first_day, last_day from absence_row where staff_id = any($1) and last_day >= $2 order by first_day, absence_id", [staff.ToArray(), day],
        reader => new AbsenceEntry(reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3)), cancellationToken);

    /// <summary>
    /// Everybody whose coordinator is away on a day, with the deputy and whether she is away too. Without those from whom the reader is
    /// barred (S-10).
    /// </summary>
    public Task<List<CoveredRow>> CoveredAsync(TenantId tenant, Guid reader, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        with away as (select staff_id, max(last_day) as until from absence_row where first_day <= $2 and last_day >= $2 group by staff_id)
        select c.person_id, c.staff_id, a.until, c.deputy_id, d.staff_id is not null
        from away a
        join coordination_row c on c.staff_id = a.staff_id and c.stage = 3
        left join away d on d.staff_id = c.deputy_id
        where not exists (
            select 1 from relation r where r.person_id = c.person_id and r.subject_id = $1 and r.kind = 9 and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3))
        order by a.until, c.staff_id, c.person_id
        """,
        [reader, day, now],
        row => new CoveredRow(row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateOnly>(2), row.IsDBNull(3) ? null : row.GetGuid(3), row.GetBoolean(4)),
        cancellationToken);
}

/// <summary>Days on which an employee is away, the last one included.</summary>
public sealed record AbsenceEntry(Guid AbsenceId, Guid StaffId, DateOnly First, DateOnly Last);

/// <summary>Somebody whose coordinator is away.</summary>
public sealed record CoveredRow(Guid PersonId, Guid CoordinatorId, DateOnly Until, Guid? DeputyId, bool DeputyAway)
{
    /// <summary>Who acts: the deputy, or null for the unit.</summary>
    public Guid? Acts => DeputyAway ? null : DeputyId;
}

using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Desks;

/// <summary>A coordinator's desk, over rows and the envelopes of events; payloads are not read.</summary>
public sealed class DeskQueries(Database database)
{
    // One line for each person, however many relations lead there; nobody from whom she is barred (S-10).
    private const string Mine = """
        with mine as (
            select person_id, min(kind) as kind from relation
            where subject_id = $1 and kind in (2, 4) and valid_from <= $3 and (valid_to is null or valid_to > $3)
            group by person_id)
        select m.person_id, coalesce(n.name, ''), m.kind, c.staff_id, c.deputy_id,
               (select max(a.last_day) from absence_row a where a.staff_id = c.staff_id and a.first_day <= $4 and a.last_day >= $4),
               c.next_by, coalesce(p.proposed, 0), coalesce(p.version, 0), coalesce(c.version, 0), s.plan_version, s.coordination_version, coalesce(x.level, 0)
        from mine m
        left join person_row n on n.person_id = m.person_id
        left join coordination_row c on c.person_id = m.person_id
        left join plan_row p on p.person_id = m.person_id
        left join protection x on x.person_id = m.person_id
        left join seen s on s.actor = $2 and s.person_id = m.person_id
        where not exists (
            select 1 from relation b where b.person_id = m.person_id and b.subject_id = $1 and b.kind = 9 and b.valid_from <= $3 and (b.valid_to is null or b.valid_to > $3))
        order by n.name, m.person_id
        """;

    // Of a stream in which much has happened the latest are enough to say so.
    private const string Since = """
        select q.person_id, e.type, e.actor, max(e.at), count(*)::int
        from unnest($1::uuid[], $2::text[], $3::bigint[]) as q (person_id, stream, seen)
        cross join lateral (
            select type, actor, at from event where stream = q.stream and version > q.seen and actor <> $4 order by version desc limit 50) e
        group by q.person_id, e.type, e.actor
        order by max(e.at) desc, e.type
        """;

    /// <summary>The people whom an employee coordinates for or stands in for, with what has changed since she last looked.</summary>
    public async Task<IReadOnlyList<DeskPerson>> PeopleAsync(TenantId tenant, Guid staff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var actor = $"staff/{staff:D}";
        var people = await database.QueryAsync(
            tenant, Mine, [staff, actor, now, Norway.DayOf(now)],
            reader => new DeskPerson(
                reader.GetGuid(0), reader.GetString(1), reader.GetInt16(2) == (short)RelationKind.Deputy, reader.IsDBNull(3) ? null : reader.GetGuid(3), reader.IsDBNull(4) ? null : reader.GetGuid(4),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5), reader.IsDBNull(6) ? null : reader.GetFieldValue<DateOnly>(6), reader.GetInt32(7), reader.GetInt64(8), reader.GetInt64(9),
                reader.IsDBNull(10) ? null : new SeenVersions(reader.GetInt64(10), reader.GetInt64(11)), (ProtectionLevel)reader.GetInt16(12)),
            cancellationToken);
        // Of whom she has never opened everything is new, and it is said so and not told.
        var behind = people.Where(one => one.Seen is { } seen && (one.PlanVersion > seen.Plan || one.CoordinationVersion > seen.Coordination)).ToDictionary(one => one.PersonId);
        if (behind.Count == 0) return people;
        (DeskPerson Person, string Stream, long Seen)[] streams =
            [.. behind.Values.SelectMany(one => new[] { (one, PersonStreams.Plan(one.PersonId), one.Seen!.Plan), (one, PersonStreams.Coordination(one.PersonId), one.Seen.Coordination) })];
        var changes = await database.QueryAsync(
            tenant, Since, [streams.Select(one => one.Person.PersonId).ToArray(), streams.Select(one => one.Stream).ToArray(), streams.Select(one => one.Seen).ToArray(), actor],
            reader => new PersonChange(
                reader.GetGuid(0), reader.GetString(1), PersonStreams.AuthorOf(reader.GetString(2), staff, behind[reader.GetGuid(0)]), reader.GetFieldValue<DateTimeOffset>(3), reader.GetInt32(4), New: true),
            cancellationToken);
        var of = changes.ToLookup(change => change.PersonId);
        return [.. people.Select(one => of.Contains(one.PersonId) ? one with { Changes = [.. of[one.PersonId]] } : one)];
    }

    /// <summary>Whom the desk shows, for a screen that follows them.</summary>
    public async Task<IReadOnlySet<Guid>> PersonIdsAsync(TenantId tenant, Guid staff, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            tenant, "select distinct person_id from relation where subject_id = $1 and kind in (2, 4) and valid_from <= $2 and (valid_to is null or valid_to > $2)", [staff, now],
            reader => reader.GetGuid(0), cancellationToken))
        .Except(await BarredFromAsync(tenant, staff, now, cancellationToken)).ToHashSet();

    /// <summary>From whom an employee is barred: nothing about them may reach her, not even that something has changed (S-10).</summary>
    public async Task<IReadOnlySet<Guid>> BarredFromAsync(TenantId tenant, Guid staff, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            tenant, "select person_id from relation where subject_id = $1 and kind = 9 and valid_from <= $2 and (valid_to is null or valid_to > $2)", [staff, now],
            reader => reader.GetGuid(0), cancellationToken))
        .ToHashSet();
}

using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Desks;

/// <summary>What has happened to one person lately, and how far a reader has seen it.</summary>
public sealed class PersonHistory(Database database)
{
    private const string Latest = """
        (select 1, version, type, actor, at from event where stream = $1 order by version desc limit $3)
        union all
        (select 2, version, type, actor, at from event where stream = $2 order by version desc limit $3)
        order by 5 desc, 2 desc limit $3
        """;

    private const string Saw = """
        insert into seen (actor, person_id, plan_version, coordination_version) values ($1, $2, $3, $4)
        on conflict (actor, person_id) do update
        set plan_version = greatest(seen.plan_version, excluded.plan_version), coordination_version = greatest(seen.coordination_version, excluded.coordination_version)
        where seen.plan_version < excluded.plan_version or seen.coordination_version < excluded.coordination_version
        """;

    /// <summary>The latest, the newest first; those that the reader has not seen say so.</summary>
    public Task<List<PersonChange>> LatestAsync(TenantId tenant, DeskPerson person, Guid reader, int most, CancellationToken cancellationToken) => database.QueryAsync(
        tenant, Latest, [PersonStreams.Plan(person.PersonId), PersonStreams.Coordination(person.PersonId), most],
        row =>
        {
            var by = PersonStreams.AuthorOf(row.GetString(3), reader, person);
            var seen = row.GetInt32(0) == 1 ? person.Seen?.Plan : person.Seen?.Coordination;
            return new PersonChange(person.PersonId, row.GetString(2), by, row.GetFieldValue<DateTimeOffset>(4), 1, by != ChangeAuthor.Self && row.GetInt64(1) > (seen ?? 0));
        },
        cancellationToken);

    /// <summary>Keeps that an employee has seen so far; never less than before.</summary>
    public Task SawAsync(TenantId tenant, Guid staff, Guid person, long plan, long coordination, CancellationToken cancellationToken) =>
        database.ExecuteAsync(tenant, Saw, [$"staff/{staff:D}", person, plan, coordination], cancellationToken);
}

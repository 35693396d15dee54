using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Queries;

/// <summary>Questions about persons that lists ask, over the rows of the same commits.</summary>
public sealed class PersonQueries(Database database)
{
    /// <summary>Who has this national id.</summary>
    public async Task<Guid?> FindByIdentifierAsync(TenantId tenant, byte[] hmac, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(tenant, "select person_id from person_identifier where hmac = $1", [hmac], reader => reader.GetGuid(0), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>
    /// What people are called in an employee's list. The name of a protected person is there only for those who serve her: the others
    /// have to open the case or her page, which is seen (S-07).
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, ListedPerson>> ListedAsync(TenantId tenant, Guid staff, IReadOnlyCollection<Guid> people, DateTimeOffset now, CancellationToken cancellationToken) =>
        people.Count == 0
            ? new Dictionary<Guid, ListedPerson>()
            : (await database.QueryAsync(
                tenant,
                """
                select p.id, n.name, coalesce(x.level, 0), exists (
                    select 1 from relation r where r.person_id = p.id and r.subject_id = $2 and r.kind in (2, 3, 4) and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3))
                from unnest($1::uuid[]) as p (id) left join person_row n on n.person_id = p.id left join protection x on x.person_id = p.id
                """,
                [people.Distinct().ToArray(), staff, now],
                reader => (Id: reader.GetGuid(0), Person: ListedPerson.Of(reader.IsDBNull(1) ? null : reader.GetString(1), (ProtectionLevel)reader.GetInt16(2), serves: reader.GetBoolean(3))),
                cancellationToken))
            .ToDictionary(row => row.Id, row => row.Person);

    /// <summary>How a person's address is protected.</summary>
    public async Task<ProtectionLevel> ProtectionOfAsync(TenantId tenant, Guid person, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(tenant, "select level from protection where person_id = $1", [person], reader => (ProtectionLevel)reader.GetInt16(0), cancellationToken);
        return found.Count == 0 ? ProtectionLevel.None : found[0];
    }

    /// <summary>Children whom an adult may be able to follow: where to look, and to ask each child's record again.</summary>
    public Task<List<Guid>> ChildrenOfAsync(TenantId tenant, Guid adult, DateTimeOffset now, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        "select distinct person_id from adult_relation where subject_id = $1 and reads and valid_from <= $2 and (valid_to is null or valid_to > $2) order by person_id",
        [adult, now], reader => reader.GetGuid(0), cancellationToken);

    /// <summary>What people are called, for a caller who has access to them already.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(TenantId tenant, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken) =>
        people.Count == 0
            ? new Dictionary<Guid, string>()
            : (await database.QueryAsync(
                tenant, "select person_id, name from person_row where person_id = any($1)", [people.ToArray()], reader => (reader.GetGuid(0), reader.GetString(1)), cancellationToken))
            .ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>The people whom an employee coordinates for now, with the state of their plans; latest change first.</summary>
    public Task<List<DeskRow>> DeskAsync(TenantId tenant, Guid staff, DateTimeOffset now, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        select r.person_id, coalesce(p.open, false), coalesce(p.agreed, 0), coalesce(p.proposed, 0), coalesce(p.version, 0), p.changed_at
        from relation r left join plan_row p on p.person_id = r.person_id
        where r.subject_id = $1 and r.kind = $2 and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3)
            and not exists (select 1 from relation b where b.person_id = r.person_id and b.subject_id = $1 and b.kind = 9 and b.valid_from <= $3 and (b.valid_to is null or b.valid_to > $3))
        order by p.changed_at desc nulls last, r.person_id
        """,
        [staff, (short)RelationKind.Coordinator, now],
        reader => new DeskRow(
            reader.GetGuid(0), reader.GetBoolean(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt64(4),
            reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5)),
        cancellationToken);
}

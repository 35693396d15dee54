using IpPlatform.Domain.Access;
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
        order by p.changed_at desc nulls last, r.person_id
        """,
        [staff, (short)RelationKind.Coordinator, now],
        reader => new DeskRow(
            reader.GetGuid(0), reader.GetBoolean(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt64(4),
            reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5)),
        cancellationToken);
}

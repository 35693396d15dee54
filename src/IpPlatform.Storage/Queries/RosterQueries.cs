using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Queries;

/// <summary>The roster as the unit's leader keeps it: everybody with a name or a role here, now or before.</summary>
public sealed class RosterQueries(Database database)
{
    private const string All = """
        select e.staff_id, coalesce(s.name, ''), coalesce(s.title, ''), s.phone, r.role, r.valid_from, r.valid_to
        from (select staff_id from staff union select staff_id from staff_role) e
        left join staff s using (staff_id)
        left join staff_role r using (staff_id)
        where $1::uuid is null or e.staff_id = $1
        order by s.name nulls last, e.staff_id, r.valid_from, r.role
        """;

    /// <summary>Everybody, by name; those of whom nobody has said a name come last.</summary>
    public Task<List<RosterEntry>> AllAsync(TenantId tenant, CancellationToken cancellationToken) => ReadAsync(tenant, null, cancellationToken);

    /// <summary>One employee, or null.</summary>
    public async Task<RosterEntry?> FindAsync(TenantId tenant, Guid staff, CancellationToken cancellationToken) => (await ReadAsync(tenant, staff, cancellationToken)).FirstOrDefault();

    private async Task<List<RosterEntry>> ReadAsync(TenantId tenant, Guid? staff, CancellationToken cancellationToken) =>
    [
        .. (await database.QueryAsync(
            tenant, All, [new Npgsql.NpgsqlParameter<Guid?> { TypedValue = staff }],
            reader => (
                Entry: new StaffEntry(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)),
                Role: reader.IsDBNull(4) ? null : new DatedRole((StaffRole)reader.GetInt16(4), reader.GetFieldValue<DateTimeOffset>(5), reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6))),
            cancellationToken))
        .GroupBy(row => row.Entry).Select(rows => new RosterEntry(rows.Key, [.. rows.Select(row => row.Role).OfType<DatedRole>()])),
    ];
}

/// <summary>An employee with her roles.</summary>
public sealed record RosterEntry(StaffEntry Staff, IReadOnlyList<DatedRole> Roles)
{
    /// <summary>Roles in force at an instant.</summary>
    public IEnumerable<DatedRole> At(DateTimeOffset now) => Roles.Where(role => role.From <= now && !(role.To <= now));
}

/// <summary>A role from when until when; null when it has not ended.</summary>
public sealed record DatedRole(StaffRole Role, DateTimeOffset From, DateTimeOffset? To);

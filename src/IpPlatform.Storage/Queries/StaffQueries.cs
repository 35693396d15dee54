using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Queries;

/// <summary>The roster.</summary>
public sealed class StaffQueries(Database database)
{
    /// <summary>Some employees, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, StaffEntry>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> staff, CancellationToken cancellationToken) =>
        staff.Count == 0
            ? new Dictionary<Guid, StaffEntry>()
            : (await database.QueryAsync(tenant, "select staff_id, name, title, phone from staff where staff_id = any($1)", [staff.ToArray()], Read, cancellationToken)).ToDictionary(entry => entry.StaffId);

    /// <summary>Everybody with any role in force, by name.</summary>
    public Task<List<StaffEntry>> EmployedAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        select s.staff_id, s.name, s.title, s.phone from staff s
        where exists (select 1 from staff_role r where r.staff_id = s.staff_id and r.valid_from <= $1 and (r.valid_to is null or r.valid_to > $1))
        order by s.name, s.staff_id
        """,
        [now], Read, cancellationToken);

    /// <summary>Employees with a role in force, by name.</summary>
    public Task<List<StaffEntry>> WithRoleAsync(TenantId tenant, StaffRole role, DateTimeOffset now, CancellationToken cancellationToken) => database.QueryAsync(
        tenant,
        """
        select s.staff_id, s.name, s.title, s.phone from staff s
        where exists (select 1 from staff_role r where r.staff_id = s.staff_id and r.role = $1 and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2))
        order by s.name, s.staff_id
        """,
        [(short)role, now], Read, cancellationToken);

    /// <summary>An employee's roles in force. What an operator gives beside the running platform counts at once.</summary>
    public async Task<StaffRole[]> RolesAsync(TenantId tenant, Guid staff, DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. await database.QueryAsync(
            tenant, "select role from staff_role where staff_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)", [staff, now], reader => (StaffRole)reader.GetInt16(0), cancellationToken),
    ];

    private static StaffEntry Read(NpgsqlDataReader reader) => new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3));
}

/// <summary>An employee as colleagues and citizens see her.</summary>
public sealed record StaffEntry(Guid StaffId, string Name, string Title, string? Phone);

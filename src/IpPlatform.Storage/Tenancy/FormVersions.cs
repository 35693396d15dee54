using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Tenancy;

/// <summary>The versions of municipalities' forms that are or have been in force. They are written with the configuration that brings them.</summary>
public sealed class FormVersions(Database database)
{
    private const string Select = "select form, version, definition, configuration, at from form_version";

    /// <summary>One version, or null when it never was in force.</summary>
    public async Task<StoredForm?> FindAsync(TenantId tenant, string form, int version, CancellationToken cancellationToken) =>
        (await database.QueryAsync(tenant, $"{Select} where form = $1 and version = $2", [form, version], Read, cancellationToken)).SingleOrDefault();

    /// <summary>All versions of a form, newest first.</summary>
    public async Task<IReadOnlyList<StoredForm>> ListAsync(TenantId tenant, string form, CancellationToken cancellationToken) =>
        await database.QueryAsync(tenant, $"{Select} where form = $1 order by version desc", [form], Read, cancellationToken);

    private static StoredForm Read(NpgsqlDataReader reader) => new(reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt64(3), reader.GetFieldValue<DateTimeOffset>(4));
}

/// <summary>A version of a form.</summary>
/// <param name="Form">Its id.</param>
/// <param name="Version">Its number.</param>
/// <param name="Definition">As JSON.</param>
/// <param name="Configuration">The version of the configuration that brought it.</param>
/// <param name="At">When that was.</param>
public sealed record StoredForm(string Form, int Version, string Definition, long Configuration = 0, DateTimeOffset At = default);

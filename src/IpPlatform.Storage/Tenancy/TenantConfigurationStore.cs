using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Migrations;
using Npgsql;

namespace IpPlatform.Storage.Tenancy;

/// <summary>Tenants' configurations, each in its own schema, with the heads of all in one shared table.</summary>
public sealed class TenantConfigurationStore(Database database, Migrator migrator)
{
    internal const string Channel = "tenant_changed";

    // Any number that nothing else in this database uses.
    private const long Leadership = 0x4950_4C44;
    private const long Making = 0x4950_4D4B;

    /// <summary>Which tenants there are, at which revision; those that are retired too.</summary>
    public async Task<IReadOnlyList<TenantHead>> HeadsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("select id, slug, revision, source_hash, retired_at from platform.tenant where revision > 0 order by id");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new List<TenantHead>();
        while (await reader.ReadAsync(cancellationToken))
        {
            heads.Add(new TenantHead(
                TenantId.Parse(reader.GetString(0)), reader.GetString(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return heads;
    }

    /// <summary>The configuration in force, and whether the municipality is in operation; null for a tenant without any.</summary>
    public async Task<(string Body, string Operation)?> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(tenant, "select body, operation from configuration order by version desc limit 1", [], reader => (reader.GetString(0), reader.GetString(1)), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Makes role, schema and tables of a tenant that is new, and takes note of its address.</summary>
    public Task ProvisionAsync(TenantId tenant, string slug, CancellationToken cancellationToken) => migrator.ProvisionAsync(tenant, slug, cancellationToken);

    /// <summary>Calls once it listens, and again whenever some process has published, at the latest after each <paramref name="atMost"/>; ends only by throwing.</summary>
    public async Task FollowAsync(Func<Task> look, TimeSpan atMost, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(cancellationToken);
        try
        {
            while (true)
            {
                await look();
                await connection.WaitAsync(atMost, cancellationToken);
            }
        }
        finally
        {
            // The pool hands the connection on as it is.
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await using var leave = new NpgsqlCommand("unlisten *", connection);
                await leave.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>Runs work that makes tenants, one at a time on the whole platform.</summary>
    public async Task AloneAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await using var alone = await AdvisoryLock.TakeAsync(database.Provisioner, Making, cancellationToken);
        await work();
    }

    /// <summary>Runs work as the only process that does; answers false, without running it, when another does.</summary>
    public async Task<bool> AsLeaderAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await using var leader = await AdvisoryLock.TryTakeAsync(database.Provisioner, Leadership, cancellationToken);
        if (leader is null) return false;
        await work();
        return true;
    }
}

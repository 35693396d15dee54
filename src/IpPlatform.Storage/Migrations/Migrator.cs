using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IpPlatform.Storage.Migrations;

/// <summary>
/// Brings the database to this release's version: forward only, by recorded version, each script in a transaction of its own
/// together with its record, so that it can be resumed after a kill. One leader at a time, under an advisory lock. When nothing is
/// to be done that takes a few queries and no lock, however many tenants there are.
/// </summary>
public sealed class Migrator(Database database, ILogger<Migrator> logger)
{
    // Any number that nothing else in this database uses.
    private const long Lock = 0x4950_4D49;

    private static readonly string[] Shared = ["platform", "orleans"];

    private static readonly IReadOnlyList<MigrationScript> TenantScripts = MigrationScript.Of("tenant");

    /// <summary>Version that a tenant's schema must have.</summary>
    public static int TenantVersion => TenantScripts[^1].Number;

    /// <summary>Migrates the shared schemas and every tenant that is behind.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // Without the lock: a start must not wait for another one's migration to find that there is nothing to do.
        if (await IsCurrentAsync(cancellationToken)) return;
        await using var alone = await AdvisoryLock.TakeAsync(database.Provisioner, Lock, cancellationToken);
        var connection = alone.Connection;
        await RunAsync(connection, "create table if not exists public.migration (area text not null, number int not null, name text not null, at timestamptz not null default now(), primary key (area, number))", cancellationToken);
        foreach (var area in Shared) await MigrateSharedAsync(connection, area, cancellationToken);
        foreach (var tenant in await BehindAsync(connection, cancellationToken)) await MigrateTenantAsync(connection, tenant, cancellationToken);
    }

    /// <summary>Registers a tenant, or changes its slug, and makes its role, schema and tables.</summary>
    public async Task ProvisionAsync(TenantId tenant, string slug, CancellationToken cancellationToken)
    {
        await using var alone = await AdvisoryLock.TakeAsync(database.Provisioner, Lock, cancellationToken);
        var connection = alone.Connection;
        await using (var register = new NpgsqlCommand("insert into platform.tenant (id, slug) values ($1, $2) on conflict (id) do update set slug = excluded.slug", connection))
        {
            register.Parameters.AddWithValue(tenant.Value);
            register.Parameters.AddWithValue(slug);
            await register.ExecuteNonQueryAsync(cancellationToken);
        }

        await MigrateTenantAsync(connection, tenant, cancellationToken);
    }

    /// <summary>True when every script of this release is recorded, in the shared schemas and in every tenant's.</summary>
    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Provisioner.OpenConnectionAsync(cancellationToken);
        await using var begun = new NpgsqlCommand("select to_regclass('public.migration') is not null", connection);
        if (!(bool)(await begun.ExecuteScalarAsync(cancellationToken))!) return false;
        foreach (var area in Shared)
        {
            if (await DoneAsync(connection, area, cancellationToken) < MigrationScript.Of(area)[^1].Number) return false;
        }

        return (await BehindAsync(connection, cancellationToken)).Count == 0;
    }

    private async Task MigrateSharedAsync(NpgsqlConnection connection, string area, CancellationToken cancellationToken)
    {
        await RunAsync(connection, $"create schema if not exists {area}; grant usage on schema {area} to ip_app", cancellationToken);
        var done = await DoneAsync(connection, area, cancellationToken);
        foreach (var script in MigrationScript.Of(area).Where(script => script.Number > done))
        {
            await ApplyAsync(connection, $"set local search_path to {area};\n{script.Sql};\ninsert into public.migration (area, number, name) values ('{area}', {script.Number}, '{script.Name}')", cancellationToken);
            MigrationLog.Applied(logger, area, script.Name);
        }
    }

    private async Task MigrateTenantAsync(NpgsqlConnection connection, TenantId tenant, CancellationToken cancellationToken)
    {
        var (schema, role) = (Database.SchemaOf(tenant), Database.RoleOf(tenant));
        // The role owns nothing: it may use the tables, not change them.
        await ApplyAsync(connection, $"""
            do $$ begin
                if not exists (select 1 from pg_roles where rolname = '{role}') then create role {role} nologin noinherit; end if;
            end $$;
            grant {role} to ip_app;
            create schema if not exists {schema};
            grant usage on schema {schema} to {role};
            alter default privileges in schema {schema} grant select, insert, update, delete on tables to {role};
            alter default privileges in schema {schema} grant usage on sequences to {role};
            """, cancellationToken);
        var done = await TenantDoneAsync(connection, tenant, cancellationToken);
        foreach (var script in TenantScripts.Where(script => script.Number > done))
        {
            await ApplyAsync(connection, $"set local search_path to {schema};\n{script.Sql};\nupdate platform.tenant set schema_version = {script.Number} where id = '{tenant.Value}'", cancellationToken);
        }

        MigrationLog.Applied(logger, schema, $"{TenantVersion}");
    }

    private static async Task<List<TenantId>> BehindAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select id from platform.tenant where schema_version < {TenantVersion} order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tenants = new List<TenantId>();
        while (await reader.ReadAsync(cancellationToken)) tenants.Add(TenantId.Parse(reader.GetString(0)));
        return tenants;
    }

    private static async Task<int> DoneAsync(NpgsqlConnection connection, string area, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(number), 0) from public.migration where area = $1", connection);
        command.Parameters.AddWithValue(area);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<int> TenantDoneAsync(NpgsqlConnection connection, TenantId tenant, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select schema_version from platform.tenant where id = $1", connection);
        command.Parameters.AddWithValue(tenant.Value);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, sql, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

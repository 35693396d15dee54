using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Tenancy;
using Npgsql;

namespace IpPlatform.Storage.Retirement;

/// <summary>
/// Takes a tenant out, and back in. What is taken out is served by nobody and its role can write nothing any more, so that an export
/// made afterwards is the last word; its schema stays. Only the audit can still be sealed.
/// </summary>
public sealed class TenantRetirement(Database database, TimeProvider time)
{
    // Marks what waited in the outbox, so that it is not tried again and again.
    private const string Parked = "Retired";

    /// <summary>Takes it out; false when it was out already. Waits until what is being written is written.</summary>
    public Task<bool> RetireAsync(TenantId tenant, CancellationToken cancellationToken) => ChangeAsync(
        tenant,
        "update platform.tenant set retired_at = $2 where id = $1 and retired_at is null",
        (schema, role) => $"""
            revoke insert, update, delete on all tables in schema {schema} from {role};
            grant update on {schema}.audit to {role};
            grant insert, update on {schema}.audit_head to {role};
            update {schema}.outbox set parked_at = now(), last_error = '{Parked}' where parked_at is null
            """,
        cancellationToken);

    /// <summary>Takes it in again as it was; false when it was not out.</summary>
    public Task<bool> ReinstateAsync(TenantId tenant, CancellationToken cancellationToken) => ChangeAsync(
        tenant,
        "update platform.tenant set retired_at = null where id = $1 and $2::timestamptz is not null and retired_at is not null",
        (schema, role) => $"""
            grant insert, update, delete on all tables in schema {schema} to {role};
            update {schema}.outbox set parked_at = null, last_error = null where last_error = '{Parked}'
            """,
        cancellationToken);

    private async Task<bool> ChangeAsync(TenantId tenant, string mark, Func<string, string, string> rights, CancellationToken cancellationToken)
    {
        var (schema, role) = (Database.SchemaOf(tenant), Database.RoleOf(tenant));
        await using var connection = await database.Provisioner.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var marking = new NpgsqlCommand(mark, connection))
        {
            marking.Parameters.AddWithValue(tenant.Value);
            marking.Parameters.AddWithValue(time.GetUtcNow());
            if (await marking.ExecuteNonQueryAsync(cancellationToken) == 0) return false;
        }

        // Whoever writes now is waited for; whoever comes after finds that she may not.
        await RunAsync(connection, $"set local lock_timeout = '10s'; lock table {schema}.event, {schema}.command, {schema}.audit, {schema}.blob, {schema}.draft in exclusive mode", cancellationToken);
        await RunAsync(connection, rights(schema, role), cancellationToken);
        await RunAsync(connection, $"select pg_notify('{TenantConfigurationStore.Channel}', '{tenant.Value}')", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

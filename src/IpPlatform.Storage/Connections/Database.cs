using IpPlatform.Domain.Tenants;
using Npgsql;
using NpgsqlTypes;

namespace IpPlatform.Storage.Connections;

/// <summary>
/// The connections. A tenant's statements go in one batch whose first command takes on the tenant's role and schema for exactly
/// that transaction; the app login itself can read no tenant's data.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>Opens the pools lazily.</summary>
    public Database(DatabaseOptions options)
    {
        App = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(options.App)
        {
            MaxPoolSize = 16,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            // Role and path are set for one transaction only, so there is nothing to reset; the seven statements of a reset cost as much as a commit.
            NoResetOnClose = true,
            Timeout = 3,
            CommandTimeout = 4,
            KeepAlive = 0,
        }.ConnectionString).Build();
        Provisioner = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(options.Provisioner) { MaxPoolSize = 4, Timeout = 5 }.ConnectionString).Build();
    }

    /// <summary>The serving login's pool.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>The provisioning login's pool.</summary>
    public NpgsqlDataSource Provisioner { get; }

    /// <summary>Name of a tenant's schema.</summary>
    public static string SchemaOf(TenantId tenant) => $"t_{tenant.Value}";

    /// <summary>Name of a tenant's role.</summary>
    public static string RoleOf(TenantId tenant) => $"ip_t_{tenant.Value}";

    /// <summary>Begins a batch in a tenant: the first command sets role and schema for the batch's own transaction.</summary>
    public static NpgsqlBatch Batch(NpgsqlConnection connection, TenantId tenant)
    {
        var batch = new NpgsqlBatch(connection);
        var enter = new NpgsqlBatchCommand("select set_config('role', $1, true), set_config('search_path', $2, true)");
        enter.Parameters.Add(Text(RoleOf(tenant)));
        enter.Parameters.Add(Text(SchemaOf(tenant)));
        batch.BatchCommands.Add(enter);
        return batch;
    }

    /// <summary>A text parameter.</summary>
    public static NpgsqlParameter Text(string value) => new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provisioner.DisposeAsync();
    }
}

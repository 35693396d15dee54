using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Migrations;
using IpPlatform.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IpPlatform.ClusterTests.Migrations;

public sealed class MigratorTests(PostgresFixture postgres)
{
    private const long MigrationLock = 0x4950_4D49;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_of_this_version_is_left_alone_even_while_another_process_holds_the_lock()
    {
        await using var server = await NewDatabaseAsync();
        await server.Migrator.MigrateAsync(Ct);
        await server.Migrator.ProvisionAsync(TenantId.Parse("k1"), "one", Ct);
        await using var held = await HoldAsync(server);
        await server.Migrator.MigrateAsync(Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct);
    }

    [Theory]
    [InlineData("delete from public.migration where area = 'platform'")]
    [InlineData("update platform.tenant set schema_version = 1")]
    public async Task A_database_that_is_behind_is_migrated_under_the_lock(string behind)
    {
        await using var server = await NewDatabaseAsync();
        await server.Migrator.MigrateAsync(Ct);
        await server.Migrator.ProvisionAsync(TenantId.Parse("k1"), "one", Ct);
        await using var held = await HoldAsync(server);
        await using (var command = server.Database.Provisioner.CreateCommand(behind)) await command.ExecuteNonQueryAsync(Ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var migrating = server.Migrator.MigrateAsync(patience.Token);
        await Eventually.BecomesAsync(() => WaitingAsync(server), waiting => waiting == 1, TimeSpan.FromSeconds(10), "the migration waits for the lock");
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => migrating);
    }

    [Fact]
    public async Task Giving_up_on_the_lock_gives_the_connection_back()
    {
        await using var server = await NewDatabaseAsync();
        await server.Migrator.MigrateAsync(Ct);
        await using (await HoldAsync(server))
        {
            // More often than the pool has connections.
            for (var i = 0; i < 6; i++)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
                var provisioning = server.Migrator.ProvisionAsync(TenantId.Parse("k1"), "one", patience.Token);
                await Eventually.BecomesAsync(() => WaitingAsync(server), waiting => waiting == 1, TimeSpan.FromSeconds(10), "the lock is waited for");
                await patience.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provisioning);
            }
        }

        await server.Migrator.ProvisionAsync(TenantId.Parse("k1"), "one", Ct);
    }

    /// <summary>A database with its own logins in the server of the run: nothing here may meet another test's.</summary>
    private async Task<OwnDatabase> NewDatabaseAsync()
    {
        var name = $"migrations_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):n}";
        await using var source = NpgsqlDataSource.Create(postgres.Server.Superuser);
        await using (var create = source.CreateCommand($"create database {name} owner ip_provisioner")) await create.ExecuteNonQueryAsync(Ct);
        string To(string connection) => new NpgsqlConnectionStringBuilder(connection) { Database = name }.ConnectionString;
        var database = new Database(new DatabaseOptions { App = To(postgres.Server.App), Provisioner = To(postgres.Server.Provisioner) });
        return new OwnDatabase(database, new Migrator(database, NullLogger<Migrator>.Instance), NpgsqlDataSource.Create(To(postgres.Server.Superuser) + ";Pooling=false"));
    }

    private static async Task<NpgsqlConnection> HoldAsync(OwnDatabase server)
    {
        var connection = await server.Superuser.OpenConnectionAsync(Ct);
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({MigrationLock})", connection);
        await command.ExecuteNonQueryAsync(Ct);
        return connection;
    }

    private static async Task<long> WaitingAsync(OwnDatabase server)
    {
        await using var command = server.Superuser.CreateCommand("select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private sealed record OwnDatabase(Database Database, Migrator Migrator, NpgsqlDataSource Superuser) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Database.DisposeAsync();
            await Superuser.DisposeAsync();
        }
    }
}

using IpPlatform.ClusterTests;
using IpPlatform.Domain.Tenants;
using IpPlatform.Local.Postgres;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace IpPlatform.ClusterTests;

/// <summary>One real PostgreSQL for the run; every test takes a tenant of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-cluster-tests-");
    private int _tenants;

    public EmbeddedPostgres Server { get; private set; } = null!;

    public Database Database { get; private set; } = null!;

    public Migrator Migrator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(_folder.FullName, "app", "provisioner", "super"), TestContext.Current.CancellationToken);
        Database = new Database(new DatabaseOptions { App = Server.App, Provisioner = Server.Provisioner });
        Migrator = new Migrator(Database, NullLogger<Migrator>.Instance);
        await Migrator.MigrateAsync(TestContext.Current.CancellationToken);
    }

    public async Task<TenantId> NewTenantAsync()
    {
        var tenant = TenantId.Parse($"x{Interlocked.Increment(ref _tenants)}");
        await Migrator.ProvisionAsync(tenant, $"slug-{tenant}", TestContext.Current.CancellationToken);
        return tenant;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Server.StopAsync();
        _folder.Delete(recursive: true);
    }
}

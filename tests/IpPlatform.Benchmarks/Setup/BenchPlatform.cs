using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IpPlatform.Benchmarks.Ef;
using IpPlatform.Benchmarks.Seed;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Local;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using IpPlatform.Web.Access;
using Npgsql;

namespace IpPlatform.Benchmarks.Setup;

/// <summary>A running platform with the comparison beside it, and seeds that both know.</summary>
internal sealed class BenchPlatform : IAsyncDisposable
{
    public const string Slug = "luster";
    public const string Coordinator = "luster-coordinator-1";

    private readonly PlanSeed _seed;

    private BenchPlatform(LocalCluster cluster, EfPlatform ef, Database database, TenantId tenant)
    {
        (Cluster, Ef, Database) = (cluster, ef, database);
        var caller = new Caller(CallerKind.Staff, CallerResolver.StaffId(tenant, Coordinator), "seed");
        (Tenant, Streams) = (tenant, new StreamSeed(new TenantStore(database), tenant, TimeProvider.System));
        _seed = new PlanSeed(Streams, caller);
    }

    public LocalCluster Cluster { get; }

    public EfPlatform Ef { get; }

    public Database Database { get; }

    public TenantId Tenant { get; }

    public StreamSeed Streams { get; }

    /// <summary>Starts the comparison beside a running platform.</summary>
    public static async Task<BenchPlatform> BesideAsync(LocalCluster cluster, string folder, string publishFolder, int port)
    {
        var database = new Database(new DatabaseOptions { App = cluster.App, Provisioner = cluster.Provisioner });
        var tenant = await TenantAsync(database);
        var ef = await EfPlatform.StartAsync(cluster, folder, publishFolder, port, (tenant.Value, Slug));
        await ef.Import.AddRoleAsync(CallerResolver.StaffId(tenant, Coordinator), StaffRole.Coordinator, DateTimeOffset.UnixEpoch);
        return new BenchPlatform(cluster, ef, database, tenant);
    }

    /// <summary>Plans that both have.</summary>
    public async Task<SeededPlan[]> SeedAsync(int count, int goals)
    {
        var plans = await _seed.MakeAsync(count, goals);
        await Ef.Import.AddPlansAsync(plans);
        return plans;
    }

    /// <summary>Tokens of the coordinator, each a session of its own.</summary>
    public async Task<string[]> TokensAsync(int count)
    {
        using var http = new HttpClient();
        var tokens = new string[count];
        for (var n = 0; n < count; n++)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["staff"] = Coordinator });
            using var answer = await http.PostAsync(new Uri($"{Cluster.Identity.Url}/test/token"), form);
            answer.EnsureSuccessStatusCode();
            tokens[n] = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
        }

        return tokens;
    }

    /// <summary>Ends the comparison; the platform is its starter's.</summary>
    public async ValueTask DisposeAsync()
    {
        await Ef.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static async Task<TenantId> TenantAsync(Database database)
    {
        await using var connection = await database.Provisioner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"select id from platform.tenant where slug = '{Slug}'", connection);
        return TenantId.Parse((string)(await command.ExecuteScalarAsync())!);
    }
}

using System.Net.Sockets;
using System.Net;
using IpPlatform.Contracts.Tenants;
using IpPlatform.Domain.Tenants;
using IpPlatform.Grains.Hosting;
using IpPlatform.Storage.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;
using Orleans;

namespace IpPlatform.ClusterTests.GrainStates;

/// <summary>The real silo, its real storage provider and our SQL: rows of two grain classes do not meet.</summary>
public sealed class StateNameTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Two_grain_classes_with_the_same_key_and_state_name_keep_what_each_has_stored()
    {
        using var host = await StartSiloAsync();
        var (tenant, grains) = (TenantId.Parse("k4644"), host.Services.GetRequiredService<IGrainFactory>());
        RequestContext.Set(TenantCallContext.Key, tenant.Value);
        var key = GrainKey.Of(tenant, Storage.Commits.NewId()).ToString();
        var (a, b) = (grains.GetGrain<INoteGrain>(GrainId.Create("test-note-a", key)), grains.GetGrain<INoteGrain>(GrainId.Create("test-note-b", key)));
        await a.Write("of a");
        Assert.Equal(("of a", ""), (await a.Read(), await b.Read()));
        await b.Write("of b");
        await a.Write("of a again");
        Assert.Equal(("of a again", "of b"), (await a.Read(), await b.Read()));
        await a.Clear();
        Assert.Equal(("", "of b"), (await a.Read(), await b.Read()));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IHost> StartSiloAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["IpPlatform:Database:App"] = postgres.Server.App,
            ["IpPlatform:Database:Provisioner"] = postgres.Server.Provisioner,
            ["IpPlatform:Cluster:ClusterId"] = "state-names",
            ["IpPlatform:Cluster:ServiceId"] = "state-names",
            ["IpPlatform:Cluster:Name"] = "one",
            ["IpPlatform:Cluster:SiloPort"] = $"{FreePort()}",
            ["IpPlatform:Cluster:GatewayPort"] = $"{FreePort()}",
        });
        builder.Services.AddSingleton(new ClusterMembers(postgres.Database));
        builder.AddIpSilo();
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

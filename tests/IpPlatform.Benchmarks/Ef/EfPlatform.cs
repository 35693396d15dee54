using System.Globalization;
using IpPlatform.Local;
using IpPlatform.Local.Processes;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>The comparison as processes: the EF Core server behind a gateway of its own, beside a running platform whose database server, keys and sign-in it uses.</summary>
internal sealed class EfPlatform : IAsyncDisposable
{
    private EfPlatform(ChildProcess server, ChildProcess gateway, EfImport import) => (Server, Gateway, Import) = (server, gateway, import);

    public ChildProcess Server { get; }

    public ChildProcess Gateway { get; }

    public EfImport Import { get; }

    /// <summary>Makes the schema and starts both.</summary>
    /// <param name="cluster">The platform beside it.</param>
    /// <param name="folder">For logs.</param>
    /// <param name="publishFolder">Where the gateway is.</param>
    /// <param name="port">Of the gateway; the server takes the next one.</param>
    /// <param name="tenant">Id and slug of the one tenant that is served.</param>
    public static async Task<EfPlatform> StartAsync(LocalCluster cluster, string folder, string publishFolder, int port, (string Id, string Slug) tenant)
    {
        var import = new EfImport(cluster.Provisioner);
        await import.CreateSchemaAsync();
        var serverUrl = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port + 1}");
        var gatewayUrl = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        var key = cluster.Keys.File("edge.key");
        var settings = new EfSettings(serverUrl, cluster.App, key, cluster.Identity.Url, tenant.Id, tenant.Slug);
        var server = new ChildProcess("ef", Executable, serverUrl, Path.Combine(folder, "ef.log"), settings.ToEnvironment(), restartDead: false);
        var gateway = new ChildProcess(
            "ef-gateway", Path.Combine(publishFolder, "IpPlatform.Gateway", "IpPlatform.Gateway"), gatewayUrl, Path.Combine(folder, "ef-gateway.log"),
            new Dictionary<string, string>
            {
                ["IpPlatform__Http__Url"] = gatewayUrl, ["IpPlatform__Edge__KeyFile"] = key, ["IpPlatform__Edge__Silos__0"] = serverUrl, ["DOTNET_gcServer"] = "0",
            },
            restartDead: false);
        var platform = new EfPlatform(server, gateway, import);
        try
        {
            server.Start();
            gateway.Start();
            await server.ReadyAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
            await gateway.ReadyAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Gateway.StopAsync(TimeSpan.FromSeconds(5));
        await Server.StopAsync(TimeSpan.FromSeconds(5));
    }

    // This very program; in a test its copy beside the test.
    private static string Executable => Path.Combine(AppContext.BaseDirectory, "IpPlatform.Benchmarks");
}

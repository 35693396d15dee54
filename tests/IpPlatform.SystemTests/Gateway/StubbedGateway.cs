using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using IpPlatform.EdgeContract;
using IpPlatform.Local.Processes;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Gateway;

/// <summary>The real gateway in a process of its own before stub silos.</summary>
internal sealed class StubbedGateway : IAsyncDisposable
{
    private static readonly EdgeTenant[] Tenants = [new("k4644", "luster")];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-gateway-");
    private ChildProcess _process = null!;

    private StubbedGateway() { }

    public StubFleet Fleet { get; } = new();

    public List<StubSilo> Silos { get; } = [];

    public HttpClient Http { get; private set; } = null!;

    public EdgeSignature Signature { get; private set; } = null!;

    private string LastGoodFile => Path.Combine(_folder.FullName, "edge.json");

    public Uri Url => Http.BaseAddress!;

    public static async Task<StubbedGateway> StartAsync(int silos = 2)
    {
        var gateway = new StubbedGateway();
        try
        {
            await gateway.OpenAsync(silos);
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>The configuration that says what is so, under a revision.</summary>
    public EdgeConfiguration Configuration(string revision, params EdgeTenant[] more) => new(revision, [.. Tenants, .. more], [.. Silos.Select(silo => silo.Address)]);

    /// <summary>What the gateway says of itself.</summary>
    public Task<string> StateAsync() => Http.GetStringAsync("/ops/config");

    /// <summary>Stops and starts it, with a chance in between to spoil the file with its last configuration.</summary>
    public async Task RestartAsync(Action<string>? spoil = null)
    {
        await _process.StopAsync(TimeSpan.FromSeconds(5));
        spoil?.Invoke(LastGoodFile);
        _process.Start();
        await _process.ReadyAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.StopAsync(TimeSpan.FromSeconds(5));
        foreach (var silo in Silos) await silo.DisposeAsync();
        Http?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task OpenAsync(int silos)
    {
        for (var n = 1; n <= silos; n++) Silos.Add(await StubSilo.StartAsync($"silo-{n}", Fleet));
        Fleet.Publish(Configuration("first"));
        var key = Path.Combine(_folder.FullName, "edge.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        Signature = EdgeSignature.FromKeyFile(key, TimeProvider.System);
        var url = $"http://127.0.0.1:{FreePort()}";
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(60) };
        var environment = new Dictionary<string, string>
        {
            ["IpPlatform__Http__Url"] = url,
            ["IpPlatform__Edge__KeyFile"] = key,
            ["IpPlatform__Edge__LastGoodFile"] = LastGoodFile,
            ["DOTNET_gcServer"] = "0",
        };
        for (var n = 0; n < silos; n++) environment[$"IpPlatform__Edge__Silos__{n}"] = Silos[n].Address.Url;
        var executable = Repository.At("artifacts", "publish", "IpPlatform.Gateway", "IpPlatform.Gateway");
        _process = new ChildProcess("gateway", executable, url, Path.Combine(_folder.FullName, "gateway.log"), environment, restartDead: false);
        _process.Start();
        await _process.ReadyAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

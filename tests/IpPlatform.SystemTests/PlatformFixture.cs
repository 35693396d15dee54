using IpPlatform.Local;
using IpPlatform.SystemTests;
using IpPlatform.TestSupport;

[assembly: AssemblyFixture(typeof(PlatformFixture))]

namespace IpPlatform.SystemTests;

/// <summary>
/// The whole platform in processes of its own: two silos, gateway, test identity, PostgreSQL. Tests take persons of their own. It starts when
/// a test first asks for it: a run of tests that start their own needs none.
/// </summary>
public sealed class PlatformFixture : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-system-tests-");
    private readonly Lazy<LocalCluster> _cluster;

    // Tests ask in their constructors, which cannot wait; outside xunit's own turn, so that what is waited for is not behind the waiting.
    public PlatformFixture() => _cluster = new(() => Task.Run(StartAsync).GetAwaiter().GetResult());

    public LocalCluster Cluster => _cluster.Value;

    public string Tenants => Path.Combine(_folder.FullName, "tenants");

    public async ValueTask DisposeAsync()
    {
        if (_cluster.IsValueCreated) await _cluster.Value.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<LocalCluster> StartAsync()
    {
        CopyTenants(Tenants);
        return LocalCluster.StartAsync(
            new LocalOptions(Path.Combine(_folder.FullName, "data"), Repository.At("artifacts", "publish"), Tenants, PortBlock.Take(), Silos: 2, RestartDead: false), _ => { }, TestContext.Current.CancellationToken);
    }

    internal static void CopyTenants(string to)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("tenants"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Repository.At("tenants"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

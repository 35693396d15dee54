using IpPlatform.Local;
using IpPlatform.SystemTests;
using IpPlatform.TestSupport;

[assembly: AssemblyFixture(typeof(PlatformFixture))]

namespace IpPlatform.SystemTests;

/// <summary>The whole platform in processes of its own: two silos, gateway, test identity, PostgreSQL. Tests take persons of their own.</summary>
public sealed class PlatformFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-system-tests-");

    public LocalCluster Cluster { get; private set; } = null!;

    public string Tenants => Path.Combine(_folder.FullName, "tenants");

    public async ValueTask InitializeAsync()
    {
        CopyTenants(Tenants);
        Cluster = await LocalCluster.StartAsync(
            new LocalOptions(Path.Combine(_folder.FullName, "data"), Repository.At("artifacts", "publish"), Tenants, PortBlock.Take(), Silos: 2, RestartDead: false), _ => { }, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        _folder.Delete(recursive: true);
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

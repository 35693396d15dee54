using IpPlatform.Local;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Faults;

/// <summary>A platform of a test's own, for what would disturb the others. Nobody restarts what is killed.</summary>
internal sealed record OwnCluster(DirectoryInfo Folder, LocalCluster Cluster) : IAsyncDisposable
{
    /// <summary>Starts two silos and what belongs to them, without roles for the test identity's staff.</summary>
    public static async Task<OwnCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ip-unclean-");
        var tenants = Path.Combine(folder.FullName, "tenants");
        PlatformFixture.CopyTenants(tenants);
        var options = new LocalOptions(Path.Combine(folder.FullName, "data"), Repository.At("artifacts", "publish"), tenants, PortBlock.Take(), Silos: 2, Empty: true, RestartDead: false);
        return new OwnCluster(folder, await LocalCluster.StartAsync(options, _ => { }, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Folder.Delete(recursive: true);
    }
}

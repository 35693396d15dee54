using System.Globalization;
using IpPlatform.Local;
using IpPlatform.TestSupport;
using Npgsql;

namespace IpPlatform.SystemTests.SignIn;

/// <summary>A platform whose clock and providers a test class may disturb.</summary>
public class OwnPlatform : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ip-sign-in-");

    public LocalCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var tenants = Path.Combine(_folder.FullName, "tenants");
        PlatformFixture.CopyTenants(tenants);
        var options = new LocalOptions(
            Path.Combine(_folder.FullName, "data"), Repository.At("artifacts", "publish"), tenants, PortBlock.Take(), RestartDead: false, Certificate: CertificateIn(_folder.FullName));
        Cluster = await LocalCluster.StartAsync(options, _ => { }, TestContext.Current.CancellationToken);
    }

    /// <summary>Moves the platform's clock; silos see it within a second or two.</summary>
    public async Task MoveClockAsync(TimeSpan by)
    {
        await using var database = NpgsqlDataSource.Create(Cluster.App);
        await using var command = database.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"update platform.clock set offset_seconds = offset_seconds + {(long)by.TotalSeconds}"));
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Null: people come by http.</summary>
    protected virtual string? CertificateIn(string folder) => null;
}

using System.Globalization;

namespace IpPlatform.Local;

/// <summary>How a platform is started on this machine.</summary>
/// <param name="DataFolder">Database, keys and logs.</param>
/// <param name="PublishFolder">Folder with the published executables, one folder each.</param>
/// <param name="TenantsFolder">Folder with the tenants' folders.</param>
/// <param name="Port">Port of the gateway.</param>
/// <param name="Silos">Number of silos.</param>
/// <param name="Empty">Leaves out the test staff's roles.</param>
/// <param name="RestartDead">Starts a child anew that has ended; tests switch it off.</param>
/// <param name="PostgresSettings">Other settings of the embedded server.</param>
/// <param name="AppConnection">Connection string of the serving login at an external server.</param>
/// <param name="ProvisionerConnection">Connection string of the provisioning login there.</param>
/// <param name="Certificate">PEM file with a certificate and its key: people then come by https, at the port after the gateway's.</param>
/// <param name="SiloRoute">Changes the serving login's connection string as silos get it: tests put a proxy in between.</param>
public sealed record LocalOptions(
    string DataFolder, string PublishFolder, string TenantsFolder, int Port = 8080, int Silos = 1, bool Empty = false, bool RestartDead = true,
    IReadOnlyDictionary<string, string>? PostgresSettings = null, string? AppConnection = null, string? ProvisionerConnection = null,
    string? Certificate = null, Func<string, string>? SiloRoute = null)
{
    /// <summary>The address that people use.</summary>
    internal string Origin => Certificate is null ? Plain : string.Create(CultureInfo.InvariantCulture, $"https://localhost:{Port + 1}");

    /// <summary>The gateway's address on this machine.</summary>
    internal string Plain => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");
}

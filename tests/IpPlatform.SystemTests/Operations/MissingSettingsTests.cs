using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Operations;

/// <summary>An operator who starts a process with settings missing, or with a spoilt file, gets one line that says everything.</summary>
public sealed class MissingSettingsTests
{
    private static readonly string[] Silo =
    [
        "IpPlatform:Http:Url", "IpPlatform:Database:App", "IpPlatform:Database:Provisioner", "IpPlatform:Keys:MasterFile", "IpPlatform:Tenants:Folder",
        "IpPlatform:Cluster:ClusterId", "IpPlatform:Cluster:ServiceId", "IpPlatform:Cluster:Name", "IpPlatform:Cluster:SiloPort", "IpPlatform:Cluster:GatewayPort",
        "IpPlatform:Edge:KeyFile", "IpPlatform:Identity:Citizens:Authority", "IpPlatform:Identity:Citizens:ClientId", "IpPlatform:Identity:Citizens:KeyFile",
        "IpPlatform:Identity:Staff:Authority", "IpPlatform:Identity:Staff:ClientId", "IpPlatform:Identity:Staff:KeyFile",
    ];

    [Fact]
    public async Task A_silo_names_all_of_them_at_once() =>
        Assert.Equal((1, $"Missing settings: {string.Join(", ", Silo)}"), await Started.RunAsync("IpPlatform.Silo", []));

    [Fact]
    public async Task A_setting_that_is_blank_is_missing() =>
        Assert.Equal((1, "Missing settings: IpPlatform:Identity:Staff:KeyFile"), await Started.RunAsync("IpPlatform.Silo", [], Silo.Select(name => (name, name == Silo[^1] ? " " : "x"))));

    [Fact]
    public async Task An_operator_s_verb_names_all_of_its_own() =>
        Assert.Equal((1, $"Missing settings: {string.Join(", ", Silo[1..5])}"), await Started.RunAsync("IpPlatform.Silo", ["migrate"]));

    [Fact]
    public async Task A_key_file_that_holds_no_key_is_said_in_one_line()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "not base64!", TestContext.Current.CancellationToken);
        var (code, said) = await Started.RunAsync("IpPlatform.Silo", [], Silo.Select(name => (name, name.EndsWith("Url", StringComparison.Ordinal) ? "http://127.0.0.1:1" : file)));
        File.Delete(file);
        Assert.Equal(1, code);
        Assert.Contains(file, said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public async Task A_gateway_names_all_of_them_at_once() =>
        Assert.Equal((1, "Missing settings: IpPlatform:Http:Url, IpPlatform:Edge:KeyFile, IpPlatform:Edge:Silos:0"), await Started.RunAsync("IpPlatform.Gateway", []));
}

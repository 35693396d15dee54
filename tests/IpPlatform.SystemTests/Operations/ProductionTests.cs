using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Operations;

/// <summary>Nothing that is for trying out starts in Production, which is also what no setting at all means.</summary>
public sealed class ProductionTests(PlatformFixture fixture)
{
    [Theory]
    [InlineData("Production")]
    [InlineData(null)]
    public async Task A_silo_refuses_the_test_identity(string? environment)
    {
        var (code, said) = await Started.RunAsync("IpPlatform.Silo", [], Settings(environment, fixture.Cluster.Identity.Url, tokens: true));
        Assert.Equal(1, code);
        Assert.StartsWith("This does not go with Production: IpPlatform:Identity:TestTokens is set", said, StringComparison.Ordinal);
        Assert.Contains($"IpPlatform:Identity:Citizens:Authority is {fixture.Cluster.Identity.Url}", said, StringComparison.Ordinal);
        Assert.Contains($"IpPlatform:Identity:Staff:Authority is {fixture.Cluster.Identity.Url}", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public async Task A_silo_does_not_guess_what_a_blank_environment_means() =>
        Assert.Equal(
            (1, "DOTNET_ENVIRONMENT is blank. Name the environment, or leave the setting out for Production."),
            await Started.RunAsync("IpPlatform.Silo", [], Settings("", fixture.Cluster.Identity.Url, tokens: true)));

    [Theory]
    [InlineData("https://localhost:9443")]
    [InlineData("https://127.0.0.1/citizens")]
    [InlineData("http://idporten.example")]
    [InlineData("idporten.example")]
    public async Task A_silo_refuses_a_provider_that_is_none(string authority)
    {
        var (code, said) = await Started.RunAsync("IpPlatform.Silo", [], Settings("Production", authority, tokens: false));
        Assert.Equal(1, code);
        Assert.StartsWith($"This does not go with Production: IpPlatform:Identity:Citizens:Authority is {authority}", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("")]
    [InlineData(null)]
    public async Task The_test_identity_does_not_start(string? environment)
    {
        var (code, said) = await Started.RunAsync("IpPlatform.TestIdentity", [], [.. Named(environment), ("IpPlatform:Http:Url", "http://127.0.0.1:1")]);
        Assert.Equal(1, code);
        Assert.StartsWith("IpPlatform.TestIdentity lets anyone log in as anyone and does not run in Production.", said, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string Value)> Named(string? environment) =>
        environment is null ? [] : [("DOTNET_ENVIRONMENT", environment), ("ASPNETCORE_ENVIRONMENT", environment)];

    private List<(string Name, string Value)> Settings(string? environment, string authority, bool tokens)
    {
        var keys = fixture.Cluster.Keys;
        List<(string Name, string Value)> settings =
        [
            .. Named(environment),
            ("IpPlatform:Http:Url", "http://127.0.0.1:1"), ("IpPlatform:Database:App", fixture.Cluster.App), ("IpPlatform:Database:Provisioner", fixture.Cluster.Provisioner),
            ("IpPlatform:Keys:MasterFile", keys.File("master.key")), ("IpPlatform:Edge:KeyFile", keys.File("edge.key")), ("IpPlatform:Tenants:Folder", Repository.At("tenants")),
            ("IpPlatform:Cluster:ClusterId", "production"), ("IpPlatform:Cluster:ServiceId", "ipplatform"), ("IpPlatform:Cluster:Name", "silo"),
            ("IpPlatform:Cluster:SiloPort", "1"), ("IpPlatform:Cluster:GatewayPort", "1"),
        ];
        foreach (var provider in new[] { "Citizens", "Staff" })
        {
            settings.Add(($"IpPlatform:Identity:{provider}:Authority", authority));
            settings.Add(($"IpPlatform:Identity:{provider}:ClientId", "ipplatform"));
            settings.Add(($"IpPlatform:Identity:{provider}:KeyFile", keys.File("citizens.pem")));
        }

        if (tokens) settings.Add(("IpPlatform:Identity:TestTokens:Authority", authority));
        return settings;
    }
}

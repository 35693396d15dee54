namespace IpPlatform.Local;

/// <summary>The settings of each process, as environment variables.</summary>
internal static class LocalEnvironment
{
    public static Dictionary<string, string> Identity(DevelopmentKeys keys, LocalOptions options, LocalPorts ports) => new()
    {
        ["IpPlatform__Http__Url"] = ports.Identity,
        ["IpPlatform__Identity__Issuer"] = ports.Identity,
        ["IpPlatform__Identity__KeysFolder"] = keys.File("identity"),
        ["IpPlatform__Identity__PublicOrigin"] = options.Origin,
        ["IpPlatform__Identity__Clients__citizens__PublicKeyFile"] = keys.File("citizens.public.pem"),
        ["IpPlatform__Identity__Clients__staff__PublicKeyFile"] = keys.File("staff.public.pem"),
    };

    public static Dictionary<string, string> Gateway(DevelopmentKeys keys, LocalOptions options, LocalPorts ports)
    {
        var environment = new Dictionary<string, string>
        {
            // By name: both loopback addresses, and no failure where a machine has no IPv6.
            ["IpPlatform__Http__Url"] = options.Certificate is null ? options.Plain : $"{options.Plain};{options.Origin}",
            ["IpPlatform__Edge__KeyFile"] = keys.File("edge.key"),
            ["IpPlatform__Edge__LastGoodFile"] = Path.Combine(options.DataFolder, "edge.json"),
        };
        if (options.Certificate is { } certificate) environment["Kestrel__Certificates__Default__Path"] = environment["Kestrel__Certificates__Default__KeyPath"] = certificate;
        for (var n = 1; n <= options.Silos; n++) environment[$"IpPlatform__Edge__Silos__{n - 1}"] = ports.Silo(n);
        return environment;
    }

    public static Dictionary<string, string> Silo(LocalCluster cluster, LocalOptions options, LocalPorts ports, int n) => new()
    {
        ["IpPlatform__Database__App"] = options.SiloRoute?.Invoke(cluster.App) ?? cluster.App,
        ["IpPlatform__Database__Provisioner"] = cluster.Provisioner,
        ["IpPlatform__Http__Url"] = ports.Silo(n),
        ["IpPlatform__Cluster__ClusterId"] = "local",
        ["IpPlatform__Cluster__ServiceId"] = "ipplatform",
        ["IpPlatform__Cluster__Name"] = $"silo-{n}",
        ["IpPlatform__Cluster__SiloPort"] = ports.SiloPort(n),
        ["IpPlatform__Cluster__GatewayPort"] = ports.GatewayPort(n),
        ["IpPlatform__Edge__KeyFile"] = cluster.Keys.File("edge.key"),
        ["IpPlatform__Keys__MasterFile"] = cluster.Keys.File("master.key"),
        ["IpPlatform__Tenants__Folder"] = options.TenantsFolder,
        ["IpPlatform__PublicOrigin"] = options.Origin,
        ["IpPlatform__Identity__Citizens__Authority"] = $"{ports.Identity}/citizens",
        ["IpPlatform__Identity__Citizens__ClientId"] = "ipplatform-citizens",
        ["IpPlatform__Identity__Citizens__KeyFile"] = cluster.Keys.File("citizens.pem"),
        ["IpPlatform__Identity__Staff__Authority"] = $"{ports.Identity}/staff",
        ["IpPlatform__Identity__Staff__ClientId"] = "ipplatform-staff",
        ["IpPlatform__Identity__Staff__KeyFile"] = cluster.Keys.File("staff.pem"),
        ["IpPlatform__Identity__TestTokens__Authority"] = ports.Identity,
        ["IpPlatform__Operators__Subjects__0"] = "operator",
    };
}

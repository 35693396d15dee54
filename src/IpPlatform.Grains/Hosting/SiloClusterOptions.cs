namespace IpPlatform.Grains.Hosting;

/// <summary>Section <c>IpPlatform:Cluster</c>: where this silo sits in the cluster.</summary>
public sealed record SiloClusterOptions
{
    /// <summary>Silos of one cluster find each other by it.</summary>
    public required string ClusterId { get; init; }

    /// <summary>Reminders and desks belong to it; never changes.</summary>
    public required string ServiceId { get; init; }

    /// <summary>Name of this silo, unique in the cluster.</summary>
    public required string Name { get; init; }

    /// <summary>Port for other silos.</summary>
    public required int SiloPort { get; init; }

    /// <summary>Port for external clients; none exist, the runtime wants one.</summary>
    public required int GatewayPort { get; init; }

    /// <summary>Address that other silos reach this one at. A private one.</summary>
    public string Address { get; init; } = "127.0.0.1";
}

namespace IpPlatform.EdgeContract;

/// <summary>The headers by which the gateway vouches for a request. The gateway removes every inbound one before it sets its own.</summary>
public static class EdgeHeaders
{
    /// <summary>Every header with this prefix is trusted by silos, therefore removed at the edge.</summary>
    public const string Prefix = "X-IP-";

    /// <summary>The tenant's internal id, from the route; empty outside tenant routes.</summary>
    public const string Tenant = "X-IP-Tenant";

    /// <summary>The tenant's slug as it stood in the route.</summary>
    public const string Slug = "X-IP-Slug";

    /// <summary>The gateway's signature, see <see cref="EdgeSignature"/>.</summary>
    public const string Signature = "X-IP-Gateway";
}

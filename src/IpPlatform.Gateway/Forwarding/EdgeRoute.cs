namespace IpPlatform.Gateway.Forwarding;

/// <summary>The tenant that a route leads to; both empty outside tenants.</summary>
internal readonly record struct EdgeRoute(string Tenant, string Slug);

namespace IpPlatform.Contracts.Tenants;

/// <summary>Name of the call metadata by which host code says for which tenant it calls. Calls between grains never need it.</summary>
public static class TenantCallContext
{
    /// <summary>The key in the request context; the value is a tenant id's text.</summary>
    public const string Key = "ip-tenant";
}

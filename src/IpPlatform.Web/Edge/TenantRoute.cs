using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Edge;

/// <summary>The tenant of a request, as the gateway vouched for it; no tenant outside tenant routes.</summary>
public sealed record TenantRoute(TenantId? Tenant, string Slug);

using IpPlatform.Domain.Tenants;

namespace IpPlatform.Storage.Openings;

/// <summary>An opening is of one object and one set of parts, by one actor in one session.</summary>
internal readonly record struct OpeningKey(TenantId Tenant, string Actor, string SessionId, Guid PersonId, string Target, string Parts);

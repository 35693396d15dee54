using IpPlatform.Domain.Tenants;

namespace IpPlatform.Storage.Tenancy;

/// <summary>A tenant's address, revision, the hash of the files that were imported last, and since when it is served no more.</summary>
public sealed record TenantHead(TenantId Id, string Slug, long Revision, string? SourceHash, DateTimeOffset? RetiredAt);

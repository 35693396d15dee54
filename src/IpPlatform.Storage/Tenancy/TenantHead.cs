using IpPlatform.Domain.Tenants;

namespace IpPlatform.Storage.Tenancy;

/// <summary>A tenant's address, revision and the hash of the files that were imported last.</summary>
public sealed record TenantHead(TenantId Id, string Slug, long Revision, string? SourceHash);

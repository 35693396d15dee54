using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;

namespace IpPlatform.Storage.Tenancy;

/// <summary>The logos that versions of a municipality's configuration name, and those that have been sent and not published yet.</summary>
public sealed class LogoStore(Database database, TimeProvider time)
{
    /// <summary>How long a logo that no version names is kept.</summary>
    public static readonly TimeSpan Unpublished = TimeSpan.FromDays(1);

    /// <summary>Keeps a logo under its hash, and drops those that were sent long ago and never published.</summary>
    public async Task SaveAsync(TenantId tenant, string hash, byte[] png, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await database.ExecuteAsync(tenant, "insert into logo (hash, png, at) values ($1, $2, $3) on conflict (hash) do update set at = excluded.at", [hash, png, now], cancellationToken);
        await database.ExecuteAsync(
            tenant, "delete from logo l where l.at < $1 and not exists (select from configuration c where position(l.hash in c.body || c.layers || coalesce(c.base, '')) > 0)",
            [now - Unpublished], cancellationToken);
    }

    /// <summary>Keeps a logo that is about to be published as if it had been sent now; no when there is none any more.</summary>
    public async Task<bool> KeepAsync(TenantId tenant, string hash, CancellationToken cancellationToken) =>
        (await database.QueryAsync(tenant, "update logo set at = $2 where hash = $1 returning true", [hash, time.GetUtcNow()], reader => reader.GetBoolean(0), cancellationToken)).Count > 0;

    /// <summary>A logo, or null.</summary>
    public async Task<byte[]?> FindAsync(TenantId tenant, string hash, CancellationToken cancellationToken) =>
        (await database.QueryAsync(tenant, "select png from logo where hash = $1", [hash], reader => reader.GetFieldValue<byte[]>(0), cancellationToken)).SingleOrDefault();
}

using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Vault;

namespace IpPlatform.Storage.Drafts;

/// <summary>
/// Drafts of those who are signed in, encrypted, one per owner and key. Saves come out of order; each carries a sequence number that
/// grows as the person types (milliseconds since 1970 will do), and an older one never replaces a newer.
/// </summary>
public sealed class DraftStore(Database database, ContentCipher cipher, TimeProvider time)
{
    /// <summary>Largest draft, in bytes.</summary>
    public const int Limit = 256 * 1024;

    /// <summary>How long a draft is kept after it was last saved.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const string Purpose = "draft";

    private const string Upsert = """
        insert into draft (owner, key, sequence, content, saved_at) values ($1, $2, $3, $4, $5)
        on conflict (owner, key) do update set sequence = excluded.sequence, content = excluded.content, saved_at = excluded.saved_at
        where draft.sequence < excluded.sequence
        """;

    // A save of the same number may still be on its way, so the number stays and the words go.
    private const string Empty = """
        insert into draft (owner, key, sequence, content, saved_at) values ($1, $2, $3, null, $4)
        on conflict (owner, key) do update set sequence = greatest(draft.sequence, excluded.sequence), content = null, saved_at = excluded.saved_at
        """;

    /// <summary>Saves, unless a newer one is there.</summary>
    public async Task<DraftSaved> SaveAsync(TenantId tenant, string owner, string key, long sequence, byte[] content, CancellationToken cancellationToken)
    {
        if (content.Length > Limit) return DraftSaved.TooLarge;
        var written = await database.ExecuteAsync(tenant, Upsert, [owner, key, sequence, cipher.Seal(tenant, Purpose, content), time.GetUtcNow()], cancellationToken);
        return written == 1 ? DraftSaved.Saved : DraftSaved.Older;
    }

    /// <summary>The draft; null when there is none or it has expired.</summary>
    public async Task<Draft?> FindAsync(TenantId tenant, string owner, string key, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            tenant, "select sequence, content, saved_at from draft where owner = $1 and key = $2 and content is not null and saved_at > $3",
            [owner, key, time.GetUtcNow() - Lifetime],
            reader => new Draft(reader.GetInt64(0), cipher.Open(tenant, Purpose, reader.GetFieldValue<byte[]>(1)), reader.GetFieldValue<DateTimeOffset>(2)),
            cancellationToken)).SingleOrDefault();

    /// <summary>All drafts of an owner whose key begins so, by key.</summary>
    public async Task<IReadOnlyDictionary<string, Draft>> FindAllAsync(TenantId tenant, string owner, string prefix, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            tenant, "select key, sequence, content, saved_at from draft where owner = $1 and starts_with(key, $2) and content is not null and saved_at > $3",
            [owner, prefix, time.GetUtcNow() - Lifetime],
            reader => KeyValuePair.Create(reader.GetString(0), new Draft(reader.GetInt64(1), cipher.Open(tenant, Purpose, reader.GetFieldValue<byte[]>(2)), reader.GetFieldValue<DateTimeOffset>(3))),
            cancellationToken)).ToDictionary();

    /// <summary>Throws the draft away, with every save up to the number that is still to come.</summary>
    public Task DropAsync(TenantId tenant, string owner, string key, long sequence, CancellationToken cancellationToken) =>
        database.ExecuteAsync(tenant, Empty, [owner, key, sequence, time.GetUtcNow()], cancellationToken);

    /// <summary>Removes what has expired; answers how many.</summary>
    public Task<int> SweepAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ExecuteAsync(tenant, "delete from draft where saved_at < $1", [time.GetUtcNow() - Lifetime], cancellationToken);
}

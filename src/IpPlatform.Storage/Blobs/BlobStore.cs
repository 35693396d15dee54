using System.Security.Cryptography;
using System.Text;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Vault;
using Npgsql;

namespace IpPlatform.Storage.Blobs;

/// <summary>
/// Files in a tenant's own schema, encrypted. One is uploaded first and belongs to nothing; a commit of the same actor binds it
/// (<see cref="Commit.BoundBlobs"/>), and what is not bound goes after a day. Who may read a bound file is decided by its stream.
/// </summary>
public sealed class BlobStore(Database database, ContentCipher cipher, TimeProvider time)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int Limit = 10 * 1024 * 1024;

    /// <summary>How long an unbound file is kept.</summary>
    public static readonly TimeSpan UnboundFor = TimeSpan.FromHours(24);

    private const int Chunk = 256 * 1024;
    private const int IdLength = 16;

    private const string Insert = """
        with made as (
            insert into blob (id, owner, media_type, name, length, uploaded_at) values ($1, $2, $3, $4, $5, $6) returning id)
        insert into blob_chunk (blob_id, n, content)
        select made.id, c.n, c.content from made, unnest($7::bytea[]) with ordinality as c (content, n)
        """;

    private const string Select = "select b.id, b.owner, b.name, b.media_type, b.length, b.uploaded_at, i.stream from blob b left join blob_binding i on i.blob_id = b.id";

    /// <summary>Stores a file, unbound.</summary>
    public async Task<BlobUpload> UploadAsync(TenantId tenant, string owner, string name, byte[] content, CancellationToken cancellationToken)
    {
        if (content.Length == 0) return new BlobUpload.Empty();
        if (content.Length > Limit) return new BlobUpload.TooLarge();
        if (BlobType.Of(content) is not { } type) return new BlobUpload.UnknownType();
        var now = time.GetUtcNow();
        var blob = new StoredBlob(Guid.CreateVersion7(now), owner, FileName.Of(name, type), type.MediaType, content.Length, now, null);
        byte[][] chunks = [.. Seal(tenant, "blob", blob.Id, content).Chunk(Chunk)];
        await database.ExecuteAsync(
            tenant, Insert, [blob.Id, owner, blob.MediaType, Seal(tenant, "blob-name", blob.Id, Encoding.UTF8.GetBytes(blob.Name)), blob.Length, now, chunks], cancellationToken);
        return new BlobUpload.Stored(blob);
    }

    /// <summary>A file without its content; null when there is none.</summary>
    public async Task<StoredBlob?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        (await database.QueryAsync(tenant, $"{Select} where b.id = $1", [id], reader => Read(tenant, reader), cancellationToken)).SingleOrDefault();

    /// <summary>The files of a stream, in the order they were uploaded.</summary>
    public async Task<IReadOnlyList<StoredBlob>> OfAsync(TenantId tenant, StreamId stream, CancellationToken cancellationToken) =>
        await database.QueryAsync(tenant, $"{Select} where i.stream = $1 order by b.id", [stream.Value], reader => Read(tenant, reader), cancellationToken);

    /// <summary>A file's content, whole and proven to be what was uploaded under that id; null when there is none.</summary>
    /// <exception cref="CryptographicException">It was changed in the database.</exception>
    public async Task<byte[]?> ReadAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        var chunks = await database.QueryAsync(
            tenant, "select content from blob_chunk where blob_id = $1 order by n", [id], reader => reader.GetFieldValue<byte[]>(0), cancellationToken);
        return chunks.Count == 0 ? null : Open(tenant, "blob", id, Joined(chunks));
    }

    /// <summary>Drops what nobody has bound in time; answers how many.</summary>
    public Task<int> SweepAsync(TenantId tenant, CancellationToken cancellationToken) =>
        // A commit that is binding a file holds a lock on its row: such a file is left alone.
        database.ExecuteAsync(
            tenant,
            "delete from blob where id in (select id from blob b where uploaded_at < $1 and not exists (select 1 from blob_binding where blob_id = b.id) for update skip locked)",
            [time.GetUtcNow() - UnboundFor], cancellationToken);

    private StoredBlob Read(TenantId tenant, NpgsqlDataReader reader)
    {
        var id = reader.GetGuid(0);
        return new StoredBlob(
            id, reader.GetString(1), Encoding.UTF8.GetString(Open(tenant, "blob-name", id, reader.GetFieldValue<byte[]>(2))), reader.GetString(3), reader.GetInt32(4),
            reader.GetFieldValue<DateTimeOffset>(5), reader.IsDBNull(6) ? null : reader.GetString(6));
    }

    private static byte[] Joined(List<byte[]> chunks)
    {
        var whole = new byte[chunks.Sum(chunk => chunk.Length)];
        var at = 0;
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(whole, at);
            at += chunk.Length;
        }

        return whole;
    }

    // The id is sealed with the content, so that one file cannot be put in another's place.
    private byte[] Seal(TenantId tenant, string purpose, Guid id, byte[] content) => cipher.Seal(tenant, purpose, (byte[])[.. id.ToByteArray(), .. content]);

    private byte[] Open(TenantId tenant, string purpose, Guid id, byte[] sealedBytes)
    {
        var content = cipher.Open(tenant, purpose, sealedBytes);
        return new Guid(content.AsSpan(0, IdLength)) == id ? content[IdLength..] : throw new CryptographicException("The content is another file's.");
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using IpPlatform.ClusterTests.Openings;
using IpPlatform.ClusterTests.Storage;
using IpPlatform.Storage.Blobs;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Vault;

namespace IpPlatform.ClusterTests.Blobs;

public sealed class BlobStoreTests : IDisposable
{
    private readonly PostgresFixture _postgres;
    private readonly SettableTime _time = new(Commits.Now);
    private readonly BlobStore _blobs;
    private readonly TenantStore _store;
    private readonly StreamId _stream = StreamId.Of("plan", Commits.NewId());
    private readonly MemoryStream _buffer = new();

    public BlobStoreTests(PostgresFixture postgres)
    {
        _postgres = postgres;
        _store = new TenantStore(postgres.Database);
        _blobs = new BlobStore(postgres.Database, new ContentCipher(new MasterKey(new byte[32])), _time);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_file_comes_back_as_it_was_and_is_not_readable_in_the_database()
    {
        var tenant = await _postgres.NewTenantAsync();
        var content = new byte[BlobStore.Limit];
        "%PDF-1.7 "u8.CopyTo(content);
        var blob = Assert.IsType<BlobUpload.Stored>(await _blobs.UploadAsync(tenant, "staff/1", "C:\\temp\\\u202Eplan?.exe", content, Ct)).Blob;
        Assert.Equal(("plan_.pdf", "application/pdf", BlobStore.Limit), (blob.Name, blob.MediaType, blob.Length));
        Assert.Equal(blob, await _blobs.FindAsync(tenant, blob.Id, Ct));
        var back = await _blobs.ReadAsync(tenant, blob.Id, Ct);
        Assert.True(content.AsSpan().SequenceEqual(back));
        var stored = await _postgres.Database.QueryAsync(tenant, "select content from blob_chunk order by n", [], reader => reader.GetFieldValue<byte[]>(0), Ct);
        Assert.All(stored, chunk => Assert.True(chunk.Length <= 256 * 1024 && chunk.AsSpan().IndexOf("%PDF"u8) < 0));
        await _postgres.Database.ExecuteAsync(tenant, "update blob_chunk set content = set_byte(content, 100, 255 - get_byte(content, 100)) where n = 3", [], Ct);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => _blobs.ReadAsync(tenant, blob.Id, Ct));
    }

    [Fact]
    public async Task The_content_and_not_the_name_says_what_it_is()
    {
        var tenant = await _postgres.NewTenantAsync();
        Assert.Equal("a.txt", Assert.IsType<BlobUpload.Stored>(await _blobs.UploadAsync(tenant, "a", "a.html", "blåbær\r\n"u8.ToArray(), Ct)).Blob.Name);
        Assert.Equal("b.docx", Assert.IsType<BlobUpload.Stored>(await _blobs.UploadAsync(tenant, "a", "b", Zip("[Content_Types].xml", "word/document.xml"), Ct)).Blob.Name);
        Assert.Equal("file.png", Assert.IsType<BlobUpload.Stored>(await _blobs.UploadAsync(tenant, "a", "..", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Ct)).Blob.Name);
        Assert.IsType<BlobUpload.UnknownType>(await _blobs.UploadAsync(tenant, "a", "c.pdf", "MZ\0\0"u8.ToArray(), Ct));
        Assert.IsType<BlobUpload.UnknownType>(await _blobs.UploadAsync(tenant, "a", "c.docx", Zip("evil.js"), Ct));
        Assert.IsType<BlobUpload.UnknownType>(await _blobs.UploadAsync(tenant, "a", "c.txt", [0xC3, 0x28], Ct));
        Assert.IsType<BlobUpload.Empty>(await _blobs.UploadAsync(tenant, "a", "c.txt", [], Ct));
        Assert.IsType<BlobUpload.TooLarge>(await _blobs.UploadAsync(tenant, "a", "c.txt", new byte[BlobStore.Limit + 1], Ct));
    }

    [Fact]
    public async Task A_commit_binds_the_actors_own_file_once_and_a_repeat_gets_its_first_answer()
    {
        var tenant = await _postgres.NewTenantAsync();
        var (mine, others) = (await UploadAsync("staff/1"), await UploadAsync("staff/2"));
        Assert.Equal(new CommitOutcome.Invariant("blob_missing"), await _store.CommitAsync(tenant, Commits.Of(_stream, 0) with { BoundBlobs = [mine, others] }, Ct));
        Assert.Empty((await _store.LoadAsync(tenant, _stream, 1, Ct)).Tail);
        var commit = Commits.Of(_stream, 0) with { BoundBlobs = [mine] };
        Assert.Equal(new CommitOutcome.Committed(1), await _store.CommitAsync(tenant, commit, Ct));
        Assert.IsType<CommitOutcome.Duplicate>(await _store.CommitAsync(tenant, commit, Ct));
        Assert.Equal(new CommitOutcome.Invariant("blob_bound"), await _store.CommitAsync(tenant, Commits.Of(_stream, 1) with { BoundBlobs = [mine] }, Ct));
        Assert.Equal(mine, Assert.Single(await _blobs.OfAsync(tenant, _stream, Ct)).Id);
        Assert.Equal(0, await _blobs.SweepAsync(tenant, Ct));
        _time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await _blobs.SweepAsync(tenant, Ct));
        Assert.Null(await _blobs.ReadAsync(tenant, others, Ct));
        Assert.NotNull(await _blobs.ReadAsync(tenant, mine, Ct));

        async Task<Guid> UploadAsync(string owner) => Assert.IsType<BlobUpload.Stored>(await _blobs.UploadAsync(tenant, owner, "a.txt", "x"u8.ToArray(), Ct)).Blob.Id;
    }

    public void Dispose() => _buffer.Dispose();

    private byte[] Zip(params string[] names)
    {
        _buffer.SetLength(0);
        using (var archive = new ZipArchive(_buffer, ZipArchiveMode.Create, leaveOpen: true)) foreach (var name in names) archive.CreateEntry(name);
        return _buffer.ToArray();
    }
}

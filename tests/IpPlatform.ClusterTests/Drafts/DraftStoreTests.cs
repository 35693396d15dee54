using IpPlatform.ClusterTests.Openings;
using IpPlatform.ClusterTests.Storage;
using IpPlatform.Storage.Drafts;
using IpPlatform.Storage.Vault;

namespace IpPlatform.ClusterTests.Drafts;

public sealed class DraftStoreTests(PostgresFixture postgres)
{
    private readonly SettableTime _time = new(Commits.Now);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_is_kept_for_its_owner_alone_until_it_is_dropped_or_expires()
    {
        var tenant = await postgres.NewTenantAsync();
        var drafts = new DraftStore(postgres.Database, new ContentCipher(new MasterKey(new byte[32])), _time);
        Assert.Equal(DraftSaved.Saved, await drafts.SaveAsync(tenant, "a", "form", 2, "new"u8.ToArray(), Ct));
        Assert.Equal(DraftSaved.Older, await drafts.SaveAsync(tenant, "a", "form", 1, "old"u8.ToArray(), Ct));
        Assert.Equal(DraftSaved.TooLarge, await drafts.SaveAsync(tenant, "a", "form", 3, new byte[DraftStore.Limit + 1], Ct));
        Assert.Equal("new"u8.ToArray(), (await drafts.FindAsync(tenant, "a", "form", Ct))!.Content);
        Assert.Null(await drafts.FindAsync(tenant, "b", "form", Ct));
        await drafts.DropAsync(tenant, "a", "form", 4, Ct);
        Assert.Equal(DraftSaved.Older, await drafts.SaveAsync(tenant, "a", "form", 3, "late"u8.ToArray(), Ct));
        Assert.Null(await drafts.FindAsync(tenant, "a", "form", Ct));
        Assert.Equal(DraftSaved.Saved, await drafts.SaveAsync(tenant, "a", "form", 5, "again"u8.ToArray(), Ct));
        _time.Advance(TimeSpan.FromDays(31));
        Assert.Null(await drafts.FindAsync(tenant, "a", "form", Ct));
        Assert.Equal(1, await drafts.SweepAsync(tenant, Ct));
    }
}

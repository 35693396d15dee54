using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenants;

public sealed class OldAddressTests
{
    private static readonly Municipality Luster = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == "luster").Municipality with
    {
        LegacyUrls =
        [
            new("http://gamal.example.no/getfile.php/1.2.abc/Skjema%20KE.pdf", "/luster/meld"), new("/sider/plan", "http://www.helsenorge.no/plan?a=b"), new("/luster/om/oss/", "/luster#kontakt"),
            new("https://gamal.example.no/index.php?id=7", "/luster/koordinator"), new("/index.php", "/luster"),
        ],
    };

    [Theory]
    [InlineData("/getfile.php/1.2.abc/Skjema KE.pdf", "", "/luster/meld")]
    [InlineData("/GETFILE.PHP/1.2.abc/skjema ke.pdf/", "?utm=x", "/luster/meld")]
    [InlineData("/sider/plan", "", "https://www.helsenorge.no/plan?a=b")]
    [InlineData("/om/oss", "", "/luster#kontakt")]
    [InlineData("/index.php", "?id=7", "/luster/koordinator")]
    [InlineData("/index.php", "?id=8", "/luster")]
    [InlineData("/sider", "", null)]
    [InlineData("/sider/planen", "", null)]
    [InlineData("", "", null)]
    public void An_old_path_leads_where_it_is_now(string path, string query, string? target) => Assert.Equal(target, OldAddress.Find(Luster, path, query));

    public static TheoryData<string, string, string, string> Wrong { get; } = new()
    {
        { "", "/luster/meld", "from", EditErrorCode.OldAddress },
        { "skjema.pdf", "/luster/meld", "from", EditErrorCode.OldAddress },
        { "//ond.example.no/x", "/luster/meld", "from", EditErrorCode.OldAddress },
        { "ftp://gamal.example.no/x", "/luster/meld", "from", EditErrorCode.OldAddress },
        { "/" + new string('x', OldAddress.Longest), "/luster/meld", "from", EditErrorCode.OldAddress },
        { "/Meld/gammal", "/luster/sok", "from", EditErrorCode.OldAddressOwn },
        { "/luster/api/x", "/luster/sok", "from", EditErrorCode.OldAddressOwn },
        { "http://gamal.example.no/", "/luster", "from", EditErrorCode.OldAddressOwn },
        { "HTTPS://annan.example.no/Sider/Plan/", "/luster", "from", EditErrorCode.OldAddressTaken },
        { "/ny", "/ny", "to", EditErrorCode.OldAddressTarget },
        { "/ny", "/luster/ny", "to", EditErrorCode.OldAddressCircle },
        { "/ny", "/luster/sider/plan", "to", EditErrorCode.OldAddressCircle },
        { "/ny", "https://plattform.example.no/luster/sider/plan", "to", EditErrorCode.OldAddressCircle },
        { "http://gamal.example.no/ny", "https://gamal.example.no/ny", "to", EditErrorCode.OldAddressCircle },
        { "/ny", "/gulen/meld", "to", EditErrorCode.OldAddressTarget },
        { "/ny", "/luster/../gulen", "to", EditErrorCode.OldAddressTarget },
        { "/ny", "/lusterhamn", "to", EditErrorCode.OldAddressTarget },
        { "/ny", "/luster/finst-ikkje", "to", EditErrorCode.OldAddressTarget },
        { "/ny", "/luster/api/me", "to", EditErrorCode.OldAddressTarget },
        { "/ny", "//ond.example.no", "to", EditErrorCode.OldAddressTarget },
        { "/ny", "/\\ond.example.no", "to", EditErrorCode.OldAddressTarget },
        { "/ny", "javascript:alert(1)", "to", EditErrorCode.OldAddressTarget },
        { "/ny", "https://brukar:ord@ond.example.no", "to", EditErrorCode.OldAddressTarget },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_leads_nowhere_round_and_round_or_away_from_the_products_own_pages_is_refused_at_its_field(string from, string to, string field, string code)
    {
        var old = new LegacyUrl(from, to);
        Assert.Contains(new EditError($"legacyUrls/{EntryId.Of(old)}/{field}", code), Overlay.Apply(Luster, [new ChangeOldAddress(null, old)]).Errors);
    }

    [Fact]
    public void There_can_be_two_hundred()
    {
        var many = Luster with { LegacyUrls = [.. Enumerable.Range(0, OldAddress.Most - 1).Select(i => new LegacyUrl($"/side/{i}", "/luster"))] };
        var full = Overlay.Apply(many, [new ChangeOldAddress(null, new LegacyUrl("/ei-til", "/luster"))]).Effective!;
        Assert.Contains(Overlay.Apply(full, [new ChangeOldAddress(null, new LegacyUrl("/og-ei-til", "/luster"))]).Errors, error => error.Code == EditErrorCode.OldAddressesTooMany);
    }

    [Fact]
    public void One_is_added_changed_and_removed_without_touching_the_others_and_http_is_taken_in_as_https()
    {
        var added = Overlay.Apply(Luster, [new ChangeOldAddress(null, new LegacyUrl("/ny", "http://www.example.no/her"))]).Effective!;
        var ny = added.LegacyUrls![^1];
        Assert.Equal(new LegacyUrl("/ny", "https://www.example.no/her"), ny);
        var changed = Overlay.Apply(added, [new ChangeOldAddress(EntryId.Of(ny), ny with { To = "/luster/sok" })]).Effective!;
        Assert.Equal([new FieldChange($"legacyUrls/{EntryId.Of(ny)}/to", "https://www.example.no/her", "/luster/sok")], ConfigurationDiff.Between(added, changed));
        Assert.Equal(Luster.LegacyUrls, Overlay.Apply(changed, [new ChangeOldAddress(EntryId.Of(ny), null)]).Effective!.LegacyUrls);
        Assert.Equal($"legacyUrls/{EntryId.Of(ny)}", Assert.Single(Overlay.Apply(Luster, [new ChangeOldAddress(EntryId.Of(ny), null)]).Errors).Field);
    }
}

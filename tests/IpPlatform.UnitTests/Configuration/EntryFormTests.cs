using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;
using IpPlatform.Web.Configuration.Lists;

namespace IpPlatform.UnitTests.Configuration;

public sealed class EntryFormTests
{
    private static readonly Municipality Luster = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == "luster").Municipality;

    public static TheoryData<string> Lists { get; } = [.. EntryList.All.Select(list => list.Member)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void An_entry_that_is_read_and_not_changed_is_no_edit_and_one_removed_is_gone(string member)
    {
        var list = EntryList.All.Single(list => list.Member == member);
        foreach (var entry in list.Entries(Luster))
        {
            var form = new EntryForm(list, entry.Id);
            var seen = form.Read(Luster)!;
            Assert.Empty(form.Edits(seen, seen).Edits);
            var removed = Overlay.Apply(Luster, form.Edits(seen, new Dictionary<string, string>(seen) { [EntryForm.Remove] = "ja" }).Edits).Effective!;
            Assert.Null(form.Read(removed));
            Assert.Equal(list.Entries(Luster).Count() - 1, list.Entries(removed).Count());
        }
    }

    [Fact]
    public void What_cannot_be_read_is_told_with_everything_else_that_is_wrong()
    {
        var form = new EntryForm(EntryList.Criteria, EntryForm.New);
        var seen = form.Read(Luster)!;
        var (edits, unread) = form.Edits(seen, new Dictionary<string, string>(seen) { ["localCriteria-service"] = "eit eller anna" });
        Assert.Equal("localCriteria-service", Assert.Single(unread).Field);
        Assert.Equal(["localCriteria-text", "localCriteria-source"], Overlay.Apply(Luster, edits).Errors.Select(form.FieldOf));
    }
}

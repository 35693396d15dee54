using System.Text;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;
using IpPlatform.Web.Contacts;

namespace IpPlatform.UnitTests.Tenancy;

public sealed class VCardTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Every_contact_that_holds_is_a_card_with_short_lines()
    {
        foreach (var municipality in TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Select(folder => folder.Municipality))
        {
            var lines = VCard.Of(municipality, Today, "Prøveversjon").Split("\r\n");
            Assert.Equal(municipality.Contacts.Count, lines.Count(line => line == "BEGIN:VCARD"));
            Assert.Equal("", lines[^1]);
            Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_has_ended_is_left_out_and_marks_are_escaped()
    {
        var luster = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == "luster").Municipality;
        var unit = luster.Contacts[1] with { Label = "A, B; C\nEND:VCARD", ValidTo = Today };
        var one = luster with { Contacts = [luster.Contacts[0] with { ValidTo = Today.AddDays(-1) }, unit] };
        var card = VCard.Of(one, Today, null);
        Assert.Contains("FN:A\\, B\\; C\\nEND:VCARD\\, Luster kommune\r\n", card, StringComparison.Ordinal);
        Assert.Contains("TEL;VALUE=uri;TYPE=work,voice:tel:+4757685716\r\n", card, StringComparison.Ordinal);
        Assert.Equal("", VCard.Of(one, Today.AddDays(1), null));
    }
}

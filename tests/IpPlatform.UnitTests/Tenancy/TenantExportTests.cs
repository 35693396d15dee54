using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy;

public sealed class TenantExportTests
{
    [Theory]
    [InlineData("luster")]
    [InlineData("hoyanger")]
    public async Task What_is_exported_imports_as_the_same_configuration(string slug)
    {
        var root = Directory.CreateTempSubdirectory("ip-export-");
        try
        {
            var folder = Path.Combine(root.FullName, slug);
            var files = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == slug).Municipality;
            await TenantExport.WriteAsync(files, folder, TestContext.Current.CancellationToken);
            var live = Overlay.Apply(files,
            [
                new AddContact(new ContactPoint(ContactPurpose.Switchboard, "Sentralbordet", "Kommunen", Phone: "+4757685500", Id: "sentralbord")),
                new ChangeContact("melding-papir", new ContactFields(Label: "Skjema på papir", ValidFrom: new DateOnly(2026, 1, 1))),
                new ChangeText("nb", "intro", "Hei fra {unit}.\r\n"),
                new ChangeText("nn", "intro", null),
                new ChangeTerms(DecisionWord: "vedtak"),
                new ChangeLook(MunicipalTheme.Lyng, ["nn", "en"]),
                new ChangeFilm(new MunicipalFilm("Ein plan", "https://film.example.no/p", FilmKind.Player, "se", new FilmTexts(Nn: "Ei mor fortel.\n"), "Prøve", PlayerCaptions: new FilmLanguages(Nn: true))),
            ]).Effective!;
            await TenantExport.WriteAsync(live, folder, TestContext.Current.CancellationToken);
            var again = Assert.Single(TenantFolder.ReadAll(root.FullName, ReservedSlugs.All).Folders);
            Assert.Equal(TenantJson.Canonical(live), again.Body);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}

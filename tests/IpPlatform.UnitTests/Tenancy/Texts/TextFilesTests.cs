using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Texts;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy.Texts;

public sealed class TextFilesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ip-texts-");

    public TextFilesTests()
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, "luster"));
        File.Copy(Repository.At("tenants", "luster", "tenant.json"), Path.Combine(_root.FullName, "luster", "tenant.json"));
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_text_reaches_the_configuration_and_changes_the_hash()
    {
        var before = Assert.Single(Read().Folders);
        Write("nn/intro.md", "Hei frå **{unit}**.\r\n");
        var after = Assert.Single(Read().Folders);
        Assert.NotEqual(before.Hash, after.Hash);
        Assert.Equal("Hei frå **{unit}**.\n", Assert.Single(after.Municipality.Texts).Markdown);
        Assert.Contains("Hei frå **{unit}**", System.Text.Encoding.UTF8.GetString(after.Body), StringComparison.Ordinal);
        Assert.Equal("Hei frå **{unit}**.\n", TextBlocks.Resolve(after.Municipality, "intro", "nn"));
        Assert.NotEqual("Hei frå **{unit}**.\n", TextBlocks.Resolve(after.Municipality, "intro", "nb"));
    }

    [Fact]
    public void All_errors_are_told_at_once_with_their_places()
    {
        Write("nn/intro.md", "Hei.\nHei {enhet} og {.\n");
        Write("nn/complaint.md", "Du har ikkje rett til å klage.\nSkriv til Fylkesmannen.");
        Write("nb/intro.md", "<script>alert(1)</script>");
        Write("nb/contact.md", "[her](javascript:alert(1)) og [der](http://example.org)");
        Write("en/start.md", "Hello.");
        Write("sv/intro.md", "Hej.");
        Write("nn/contact.md", " \n");
        Write("nn/coordinator.md", new string('a', TextCheck.MaxBytes + 1));
        File.WriteAllBytes(Path.Combine(_root.FullName, "luster", "texts", "nn", "how-to-ask.md"), [0xff, 0xfe]);
        var (folders, errors) = Read();
        Assert.Empty(folders);
        Assert.Equal(
            [
                "en/start.md:1:1", "nb/contact.md:1:5", "nb/contact.md:1:35", "nb/intro.md:1:1", "nb/intro.md:1:17", "nn/complaint.md:1:8", "nn/complaint.md:2:11", "nn/contact.md:1:1",
                "nn/coordinator.md:1:1", "nn/how-to-ask.md:1:1", "nn/intro.md:2:5", "nn/intro.md:2:16", "sv/intro.md:1:1",
            ],
            errors.Select(error => $"{Path.GetRelativePath(Path.Combine(_root.FullName, "luster", "texts"), error.File)}:{error.Line}:{error.Column}"));
    }

    [Fact]
    public void Texts_cannot_stand_in_the_main_file()
    {
        var file = Path.Combine(_root.FullName, "luster", "tenant.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"slug\":", "\"texts\": [], \"slug\":", StringComparison.Ordinal));
        Assert.StartsWith("'texts' is not known here.", Assert.Single(Read().Errors).Message, StringComparison.Ordinal);
    }

    private (IReadOnlyList<TenantFolder> Folders, IReadOnlyList<TenantFileError> Errors) Read() => TenantFolder.ReadAll(_root.FullName, ReservedSlugs.All);

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_root.FullName, "luster", "texts", path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}

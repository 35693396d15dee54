using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Texts;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy.Texts;

public sealed class TextBlocksTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly IReadOnlyList<TenantFolder> Folders = TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders;

    public static TheoryData<string, string, string> Blocks { get; } =
        [.. from folder in Folders from language in TextBlocks.Languages from block in TextBlocks.Names select (folder.Municipality.Slug, language, block)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_is_said_in_every_language_without_faults_or_open_placeholders(string slug, string language, string block)
    {
        var municipality = Of(slug);
        var text = TextBlocks.Resolve(municipality, block, language);
        Assert.Empty(TextCheck.Check(text));
        Assert.DoesNotContain('{', TextPlaceholders.Fill(text, municipality, language, Today));
    }

    [Theory]
    [InlineData("nn", "fire veker", "Statsforvaltaren i Vestland", "Pasient- og brukarombodet")]
    [InlineData("nb", "fire uker", "Statsforvalteren i Vestland", "Pasient- og brukerombudet")]
    [InlineData("en", "four weeks", "Statsforvaltaren i Vestland", "ombud for patients and users")]
    public void Complaint_says_what_the_law_says(string language, params string[] said)
    {
        foreach (var folder in Folders)
        {
            var text = TextPlaceholders.Fill(TextBlocks.Resolve(folder.Municipality, "complaint", language), folder.Municipality, language, Today);
            Assert.All(said, part => Assert.Contains(part, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Own_text_goes_before_the_default_and_an_unknown_language_falls_back_to_nynorsk()
    {
        var own = Of("luster") with { Texts = [new MunicipalText("nb", "intro", "Egen tekst")] };
        Assert.Equal("Egen tekst", TextBlocks.Resolve(own, "intro", "nb"));
        Assert.StartsWith("Treng du", TextBlocks.Resolve(own, "intro", "nn"), StringComparison.Ordinal);
        Assert.Equal(TextBlocks.Resolve(own, "intro", "nn"), TextBlocks.Resolve(own, "intro", "se"));
        Assert.Throws<ArgumentException>(() => TextBlocks.Resolve(own, "start", "nn"));
    }

    [Fact]
    public void What_is_put_in_is_never_read_as_Markdown()
    {
        var odd = Of("luster") with { Name = "[A](https://a) *b* <i>" };
        Assert.Equal(@"\[A\](https://a) \*b\* \<i\>", TextPlaceholders.Fill("{municipality}", odd, "nn", Today));
    }

    private static Municipality Of(string slug) => Folders.Single(folder => folder.Municipality.Slug == slug).Municipality;
}

using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Texts;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy.Edits;

public sealed class PublicationTests
{
    private static readonly IReadOnlyList<Municipality> Municipalities = [.. TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Select(folder => folder.Municipality)];

    public static TheoryData<string, string> Parts { get; } = [.. from language in TextBlocks.Languages from block in TextBlocks.Mandatory select (language, block)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_that_says_nothing_is_refused_and_what_is_offered_instead_can_be_published(string language, string block)
    {
        foreach (var nothing in (string[])["", " \n", "#", "---", "[](https://example.org)"])
        {
            var error = Assert.Single(Publication.Of(Municipalities[0], [new ChangeText(language, block, nothing)]).Errors);
            Assert.Equal(EditErrorCode.PartMissing, error.Code);
            Assert.NotNull(Publication.Of(Municipalities[0], [new ChangeText(language, block, error.Offer)]).Effective);
        }
    }

    [Theory]
    [InlineData("how-to-ask", "Bruk skjemaet.\n\n1. Skriv.", EditErrorCode.StepsMissing)]
    [InlineData("complaint", "Skriv til {complaintReceiver} innan {complaintWeeks} veker.", EditErrorCode.ComplaintIncomplete)]
    public void A_part_without_what_it_is_there_for_is_refused(string block, string markdown, string code) =>
        Assert.Equal(code, Assert.Single(Publication.Of(Municipalities[0], [new ChangeText("nn", block, markdown)]).Errors).Code);

    [Fact]
    public void Every_municipality_tells_how_one_asks_in_steps() =>
        Assert.All(
            from municipality in Municipalities from language in TextBlocks.Languages select (municipality, language),
            of => Assert.Empty(Publication.Of(of.municipality, [new ChangeText(of.language, "how-to-ask", TextBlocks.Resolve(of.municipality, "how-to-ask", of.language))]).Errors));

    [Fact]
    public void What_was_published_before_there_were_such_demands_is_not_set_aside() =>
        Assert.Empty(Overlay.Replay(Municipalities[0], [new ConfigurationLayer(2, [new ChangeText("nn", "how-to-ask", "Bruk skjemaet.")])]).SetAside);
}

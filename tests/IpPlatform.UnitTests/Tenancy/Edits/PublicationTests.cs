using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Texts;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy.Edits;

public sealed class PublicationTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    private static readonly IReadOnlyList<Municipality> Municipalities = [.. TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Select(folder => folder.Municipality)];

    public static TheoryData<string, string> Parts { get; } = [.. from language in TextBlocks.Languages from block in TextBlocks.Mandatory select (language, block)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_that_says_nothing_is_refused_and_what_is_offered_instead_can_be_published(string language, string block)
    {
        foreach (var nothing in (string[])["", " \n", "#", "---", "[](https://example.org)"])
        {
            var error = Assert.Single(Publication.Of(Municipalities[0], [new ChangeText(language, block, nothing)], Day).Errors);
            Assert.Equal(EditErrorCode.PartMissing, error.Code);
            Assert.NotNull(Publication.Of(Municipalities[0], [new ChangeText(language, block, error.Offer)], Day).Effective);
        }
    }

    [Theory]
    [InlineData("how-to-ask", "Bruk skjemaet.\n\n1. Skriv.", EditErrorCode.StepsMissing)]
    [InlineData("complaint", "Skriv til {complaintReceiver} innan {complaintWeeks} veker.", EditErrorCode.ComplaintIncomplete)]
    public void A_part_without_what_it_is_there_for_is_refused(string block, string markdown, string code) =>
        Assert.Equal(code, Assert.Single(Publication.Of(Municipalities[0], [new ChangeText("nn", block, markdown)], Day).Errors).Code);

    [Fact]
    public void Every_municipality_tells_how_one_asks_in_steps() =>
        Assert.All(
            from municipality in Municipalities from language in TextBlocks.Languages select (municipality, language),
            of => Assert.Empty(Publication.Of(of.municipality, [new ChangeText(of.language, "how-to-ask", TextBlocks.Resolve(of.municipality, "how-to-ask", of.language))], Day).Errors));

    [Fact]
    public void A_text_that_refers_to_law_no_longer_in_force_is_refused_with_what_replaces_it()
    {
        var error = Assert.Single(Publication.Of(Municipalities[0], [new ChangeText("nn", "intro", "Sjå\n{law:pbrl-2-5} og {law:khl-6-2-a}.")], Day).Errors);
        Assert.Equal((EditErrorCode.LawEnded, "{law:khl-6-2-a} → {law:hol-7-1}, helse- og omsorgstenestelova § 7-1", 2), (error.Code, error.Value, error.Line));
        Assert.NotNull(Publication.Of(Municipalities[0], [new ChangeText("nn", "intro", "{law:khl-6-2-a}")], new DateOnly(2011, 12, 31)).Effective);
        Assert.Equal(EditErrorCode.TextPlaceholder, Assert.Single(Publication.Of(Municipalities[0], [new ChangeText("nn", "intro", "{law:hol-99}")], Day).Errors).Code);
    }

    [Fact]
    public void What_was_published_before_there_were_such_demands_is_not_set_aside() =>
        Assert.Empty(Overlay.Replay(Municipalities[0], [new ConfigurationLayer(2, [new ChangeText("nn", "how-to-ask", "Bruk skjemaet.")])]).SetAside);
}

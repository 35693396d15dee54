using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Legality;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy.Legality;

/// <summary>The linter finds what the law has left behind, where it stands, and leaves alone what holds.</summary>
public sealed class LegalityLinterTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    [Theory]
    [InlineData("NO_COMPLAINT", "Det er ikkje rett til å klage på valet.")]
    [InlineData("NO_COMPLAINT", "Lova gir ikkje\n\nrett til\n å klage.")]
    [InlineData("OLD_APPEAL_BODY", "Send klagen til Fylkesmannen i Vestland.")]
    [InlineData("PASSWORD", "Du får brukarnamn og passord i posten.")]
    [InlineData("STRICTER_NORM", "Du må ha minst tre tenester.")]
    [InlineData("STRICTER_NORM", "Kravet er minimum\nfire faggrupper.")]
    [InlineData("SHORT_DEADLINE", "Fristen for å klage er tre veker.")]
    [InlineData("SUPERSEDED_LAW", "Lova trådde i kraft 1. januar 2012.")]
    [InlineData("SUPERSEDED_LAW", "Forskrift om individuell plan ved ytelse av sosiale tenester")]
    [InlineData("INTERIM_REPLY", "Er svaret ikkje klart innan ein månad, får du vite når det kjem.")]
    [InlineData("INTERIM_REPLY", "Er svaret ikkje klart innan 1 månad, får du vite grunnen.")]
    [InlineData("ADDRESS_MISSING", "Send skjemaet til:\n\n## Kva kostar det?\n\nDet er gratis.")]
    [InlineData("SPECIALIST_CRITERION", "Du har behov for komplekse eller langvarige tenester.")]
    [InlineData("MIXED_FORMS", "Kommunen har hovedansvaret.")]
    public void What_is_wrong_is_found_once(string code, string text) =>
        Assert.Equal([code], LegalityLinter.Read(new LintedText("side", "nn", text), Today).Select(finding => finding.Rule.Code));

    [Theory]
    [InlineData("nn", "Du kan klage til Statsforvaltaren innan fire veker. Du har rett til å klage på val av koordinator.")]
    [InlineData("nn", "Du må ha behov for to eller fleire tenester. Planen er gratis.")]
    [InlineData("nn", "Får du ikkje svar innan ein månad, skriv vi til deg om grunnen, og når svaret kjem.")]
    [InlineData("nn", "Send søknaden til:\nKommunen\nGata 1\n5900 Staden")]
    [InlineData("nn", "Forskrift om individuell plan ved ytelse av velferdstjenester")]
    [InlineData("nb", "Du kan klage på svaret. Tjenestene er gratis.")]
    [InlineData("en", "A coordinator for the services you need.")]
    public void What_holds_is_left_alone(string language, string text) => Assert.Empty(LegalityLinter.Read(new LintedText("page", language, text), Today));

    [Fact]
    public void What_is_said_in_a_film_is_read_too()
    {
        var luster = TenantFolder.ReadAll(Repository.At("tenants"), EdgeContract.ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == "luster").Municipality;
        var film = new MunicipalFilm("Ein plan", "https://film.example.no/p", FilmKind.Player, "no", new FilmTexts(Nb: "Du må ha minst tre tjenester."), "Prøve", PlayerCaptions: new FilmLanguages(Nb: true));
        var text = MunicipalTexts.Of(luster with { Film = film }).Single(text => text.Name == "film/transcript/nb");
        Assert.Equal("STRICTER_NORM", Assert.Single(LegalityLinter.Read(text, Today)).Rule.Code);
    }

    [Fact]
    public void A_finding_says_where_it_stands_and_what_to_write()
    {
        var finding = Assert.Single(LegalityLinter.Read(new LintedText("side", "nn", "Ei line.\nSpør om tjenester her."), Today));
        Assert.Equal(("side", 2, 9, "tjenester", "teneste"), (finding.Document, finding.Line, finding.Column, finding.Excerpt, finding.Instead));
    }

    [Fact]
    public void A_rule_says_nothing_before_its_day() =>
        Assert.Empty(LegalityLinter.Read(new LintedText("side", "nn", "Klag til fylkesmannen."), new DateOnly(2020, 12, 31)));

    [Fact]
    public void Two_texts_that_give_different_numbers_and_postcodes_contradict_each_other_and_each_names_the_other()
    {
        var findings = LegalityLinter.ReadAll(
            [new LintedText("brosjyre", "nn", "Ring 57 00 00 01.\n6800 Staden"), new LintedText("side", "nn", "Ring 57 00 00 02.\n6801 STADEN")], Today);
        Assert.All(findings, finding => Assert.Same(LegalityRules.Contradiction, finding.Rule));
        Assert.Equal(
            [("brosjyre", 1, "side(1): 57 00 00 02"), ("side", 1, "brosjyre(1): 57 00 00 01"), ("brosjyre", 2, "side(2): 6801 STADEN"), ("side", 2, "brosjyre(2): 6800 Staden")],
            findings.Select(finding => (finding.Document, finding.Line, finding.Instead!)));
    }

    [Fact]
    public void Texts_that_agree_do_not_contradict_each_other() =>
        Assert.Empty(LegalityLinter.ReadAll([new LintedText("a", "nn", "Ring 57 00 00 01 eller 57 00 00 03."), new LintedText("b", "nn", "Ring 57 00 00 01.")], Today));

    [Fact]
    public void What_the_linter_finds_in_our_municipalities_is_the_committed_list()
    {
        var found = TenantFolder.ReadAll(Repository.At("tenants"), new HashSet<string>()).Folders
            .SelectMany(tenant => LegalityLinter.ReadAll(MunicipalTexts.Of(tenant.Municipality), Today)
                .Select(finding => $"| {tenant.Municipality.Slug} | {finding.Document} | {finding.Line} | {finding.Rule.Code} | {finding.Excerpt} |"));
        var committed = File.ReadAllLines(Repository.At("tenants", "legality.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| municipality", StringComparison.Ordinal));
        Assert.Equal(committed.Select(line => string.Join(" |", line.Split(" |")[..5]) + " |"), found);
    }
}

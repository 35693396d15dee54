using System.Net;
using System.Text.RegularExpressions;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>What a municipality says about its services, on one page or several.</summary>
[OverHttp]
public sealed partial class PublicPageTests(PlatformFixture fixture)
{
    private static readonly string[] Addresses = ["koordinator", "individuell-plan", "barnekoordinator"];
    private static readonly string[] Headings = ["Slik søkjer du", "Kva kostar det?", "Kva får du?", "Krav til søkjar", "Kva skjer vidare?", "Kontakt oss", "Klage på vedtak"];

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-014")]
    public async Task Alver_has_a_page_for_each_service_and_Gulen_one_page_of_the_same_parts()
    {
        var overview = await PageAsync("/alver");
        foreach (var (address, name) in Addresses.Zip((string[])["Koordinator", "Individuell plan", "Barnekoordinator"]))
        {
            Assert.Contains($"<a href=\"/alver/{address}\">{name}</a>", overview, StringComparison.Ordinal);
            var page = await PageAsync($"/alver/{address}");
            Assert.Contains($"<h1 class=\"ds-heading\" data-size=\"xl\">{name} i Alver kommune</h1>", page, StringComparison.Ordinal);
            Assert.Equal(Headings, HeadingsOf(page));
        }

        var merged = await PageAsync("/gulen");
        Assert.Equal([.. Headings[..2], "Koordinator", "Individuell plan", .. Headings[3..]], HeadingsOf(merged));
        var led = await _platform.GetAsync(null, "/gulen/koordinator");
        Assert.Equal(302, led.Status);
        Assert.Contains("id=\"coordinator\"", merged, StringComparison.Ordinal);
        (await _platform.GetAsync(null, "/gulen/barnekoordinator")).Must(404);
    }

    [Fact]
    public async Task A_family_reads_its_own_criteria_wherever_it_lives_and_on_the_page_about_the_child_coordinator_only_where_there_is_one()
    {
        const string family = "Ein familie har rett til barnekoordinator";
        Assert.Contains(family, await PageAsync("/alver/barnekoordinator"), StringComparison.Ordinal);
        Assert.DoesNotContain(family, await PageAsync("/alver/koordinator"), StringComparison.Ordinal);
        Assert.Contains(family, await PageAsync("/hoyanger"), StringComparison.Ordinal);
        Assert.Contains(family, await PageAsync("/luster"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("luster", "Koordinator er gratis.", "Individuell plan er gratis.")]
    [InlineData("gulen", "Koordinator er gratis.", "Individuell plan er gratis.")]
    [InlineData("alver/barnekoordinator", "Barnekoordinator er gratis.")]
    [InlineData("hoyanger", "Koordinator er gratis.", "Individuell plan er gratis.")]
    [Obligation("O-015")]
    public async Task Everything_is_free_and_no_municipality_can_say_otherwise(string address, params string[] free)
    {
        var page = await PageAsync($"/{address}");
        Assert.Equal(free, Price().Match(page).Groups[1].Captures.Select(capture => capture.Value.Trim()));
        var slug = address.Split('/')[0];
        var admin = await _platform.TokenOfStaffAsync($"{slug}-admin");
        var edits = new[] { new { kind = "changeText", language = "nn", block = "pris", markdown = "Ein koordinator kostar 500 kroner." } };
        var basedOn = (await _platform.GetAsync(admin, $"/{slug}/api/admin/configuration/history")).Must(200).Json["versions"]![0]!["version"]!.GetValue<long>();
        Assert.Contains("BLOCK_UNKNOWN", (await _platform.PostAsync(admin, $"/{slug}/api/admin/configuration/publish", new { basedOn, reason = "Pris", edits })).Must(422).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Obligation("O-116")]
    public async Task A_contact_without_a_person_is_shown_by_the_role() =>
        Assert.Contains("v/konsulent for menneske med nedsett funksjonsevne", await PageAsync("/luster"), StringComparison.Ordinal);

    [Fact]
    [Obligation("O-123")]
    public async Task A_resident_chooses_by_topic_among_several_named_contacts()
    {
        var cards = (await PageAsync("/gulen")).Split("<li class=\"ds-card\"");
        foreach (var (topic, name, phone) in new[] { ("Helse og omsorg", "Mona Solbjørg Molland", "57 78 20 04"), ("Oppvekst og kultur", "Halvor Elde", "57 78 20 05") })
        {
            Assert.Single(cards, card => ((string[])[name, $"<p>{topic}</p>", phone]).All(part => card.Contains(part, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("hoyanger", "postmottak@hoyanger.kommune.no")]
    [InlineData("alver", "postmottak@alver.kommune.no")]
    [Obligation("O-125")]
    public async Task An_email_address_is_described_by_its_warning(string slug, string address)
    {
        var page = await PageAsync($"/{slug}");
        var link = Regex.Match(page, $"<a href=\"mailto:{Regex.Escape(address)}\" aria-describedby=\"([^\"]+)\"");
        Assert.True(link.Success);
        Assert.Contains($"id=\"{link.Groups[1].Value}\">Ikkje send opplysningar om helse på e-post.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("luster")]
    [InlineData("gulen")]
    [InlineData("hoyanger")]
    [InlineData("alver")]
    [Obligation("O-016")]
    public async Task Each_reporter_gets_the_questions_of_her_role_and_the_role_must_be_given(string slug)
    {
        var form = Story.FormFilling.FormOf(slug);
        var asked = form["sections"]!.AsArray().SelectMany(section => section!["fields"]!.AsArray()).ToDictionary(
            field => field!["id"]!.GetValue<string>(), field => field!["when"]?["field"]?.GetValue<string>() == "rolle" ? field["when"]!["is"]!.AsArray().Select(role => role!.GetValue<string>()).ToArray() : null);
        string[] BranchOf(string role) => [.. asked.Where(field => field.Value?.Contains(role) == true).Select(field => field.Key)];
        Assert.Empty(((string[])["relasjon", "einig", "fullmakt"]).Except(BranchOf("relative")));
        Assert.Empty(((string[])["arbeidsstad", "teneste", "hpr", "einig"]).Except(BranchOf("professional")));
        Assert.Empty(((string[])["arbeidsstad", "teneste", "utskriving", "einig"]).Except(BranchOf("hospital")));
        Assert.Empty(BranchOf("self").Intersect(["relasjon", "einig", "fullmakt", "arbeidsstad"]));

        var page = await PageAsync($"/{slug}/{(slug is "gulen" or "alver" ? "sok" : "meld")}");
        foreach (var role in (string[])["self", "parent", "guardian", "relative", "professional", "hospital", "other"]) Assert.Contains($"value=\"{role}\"", page, StringComparison.Ordinal);
        foreach (var field in BranchOf("relative").Concat(BranchOf("professional"))) Assert.Contains($"id=\"f-{field}", page, StringComparison.Ordinal);
    }

    /// <summary>What a role is asked and must answer; who reports for herself is asked nothing of it.</summary>
    [Theory]
    [InlineData("luster", "relative", "relasjon", "einig")]
    [InlineData("gulen", "relative", "relasjon", "einig")]
    [InlineData("hoyanger", "relative", "relasjon", "einig")]
    [InlineData("alver", "relative", "relasjon", "einig")]
    [InlineData("luster", "professional", "arbeidsstad", "teneste", "einig")]
    [InlineData("gulen", "professional", "arbeidsstad", "teneste", "einig")]
    [InlineData("hoyanger", "professional", "arbeidsstad", "teneste", "einig")]
    [InlineData("alver", "professional", "arbeidsstad", "teneste", "einig")]
    [InlineData("luster", "hospital", "arbeidsstad", "teneste", "einig")]
    [InlineData("luster", "", "rolle")]
    [InlineData("gulen", "", "rolle")]
    [InlineData("hoyanger", "", "rolle")]
    [InlineData("alver", "", "rolle")]
    [InlineData("luster", "self")]
    [Obligation("O-016")]
    public async Task A_report_without_what_its_role_must_say_comes_back_with_a_word_at_each_field(string slug, string role, params string[] asked)
    {
        using var browser = new SignIn.Browser(fixture.Cluster);
        var address = $"/{slug}/{(slug is "gulen" or "alver" ? "sok" : "meld")}";
        var form = (await browser.OpenAsync(address)).Must(200);
        string[] branch = ["rolle", "relasjon", "arbeidsstad", "teneste", "einig"];
        var fields = Story.FormFilling.For(slug, Platform.NewNationalId(), "Syntetisk behov").Where(field => !branch.Contains(field.Key)).Append(new("rolle", role));
        var answer = await browser.SubmitFieldsAsync(form, address, [.. fields]);
        Assert.Equal(asked.Length > 0 ? 422 : 200, answer.Status);
        foreach (var field in branch) Assert.Equal(asked.Contains(field), answer.Body.Contains($"href=\"{address}#f-{field}", StringComparison.Ordinal));
    }

    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode((await _platform.GetAsync(null, path)).Must(200).Body);

    private static IEnumerable<string> HeadingsOf(string page) => Heading().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex("<h2 [^>]*data-size=\"md\">([^<]+)</h2>")]
    private static partial Regex Heading();

    [GeneratedRegex("Kva kostar det\\?</h2>\\s*<ul>\\s*(?:<li>([^<]+)</li>\\s*)+</ul>")]
    private static partial Regex Price();
}

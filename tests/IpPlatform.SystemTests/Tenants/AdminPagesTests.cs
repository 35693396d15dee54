using System.Net;
using System.Text.RegularExpressions;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Tenants;

[OverHttp]
public sealed partial class AdminPagesTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-124")]
    public async Task What_an_administrator_writes_in_the_forms_stands_on_the_public_page_of_every_silo_within_two_seconds_and_goes_back_again()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        var overview = (await admin.SignInAsync()).Must(200);
        Assert.Contains("href=\"/hoyanger/admin\" aria-current=\"page\"", overview.Body, StringComparison.Ordinal);
        Assert.Contains("<a href=\"tel:+4797154748\">97 15 47 48</a>", WebUtility.HtmlDecode(await PublicAsync("hoyanger")), StringComparison.Ordinal);
        const string contact = "eining-2";
        var marker = $"Kom innom {Platform.NewCommand():N}.";

        var preview = (await admin.PreviewAsync((await admin.OpenAsync($"/kontakt/{contact}")).Must(200), new() { ["phone"] = "97154749" })).Must(200);
        Assert.Contains("<blockquote class=\"words\">97 15 47 49</blockquote>", preview.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("97 15 47 49", await PublicAsync("hoyanger"), StringComparison.Ordinal);
        var unsaid = (await admin.PublishAsync(preview, " ")).Must(422);
        Assert.Contains("href=\"/hoyanger/admin/kontakt/" + contact + "#grunn\"", unsaid.Body, StringComparison.Ordinal);
        var published = (await admin.PublishAsync(unsaid, "Nytt nummer")).Must(200);
        Assert.Equal("/hoyanger/admin/kontakt", published.Address.AbsolutePath);
        await EverywhereAsync("hoyanger", body => body.Contains("<a href=\"tel:+4797154749\">97 15 47 49</a>", StringComparison.Ordinal));

        var text = (await admin.PreviewAsync(await admin.OpenAsync("/tekst/nn/contact"), new() { ["markdown"] = $"{marker}\r\n\r\n**Spør** {{unit}}." })).Must(200);
        Assert.Matches($"(?s)data-preview>.*{marker}.*<strong>Spør</strong>", text.Body);
        (await admin.PublishAsync(text, "Ny tekst")).Must(200);
        await EverywhereAsync("hoyanger", body => body.Contains(marker, StringComparison.Ordinal));

        var history = (await admin.OpenAsync("/historikk")).Must(200);
        Assert.Contains("Nytt nummer", history.Body, StringComparison.Ordinal);
        Assert.Matches("(?s)Nytt nummer.{0,200}Versjon [0-9]+\\. Du, ", WebUtility.HtmlDecode(history.Body));
        // The version before both: the third from the top.
        var target = Versions().Matches(history.Body).Select(match => long.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().ElementAt(2);
        var back = (await admin.OpenAsync($"/historikk/{target}")).Must(200);
        Assert.Contains("97 15 47 49", back.Body, StringComparison.Ordinal);
        var still = await admin.Browser.SubmitAsync(back, new() { ["_do"] = "rollback" }, new() { ["grunn"] = "" });
        Assert.Equal(422, still.Status);
        (await admin.Browser.SubmitAsync(still, new() { ["_do"] = "rollback" }, new() { ["grunn"] = "Det var feil" })).Must(200);
        await EverywhereAsync("hoyanger", body => !body.Contains(marker, StringComparison.Ordinal) && !body.Contains("97 15 47 49", StringComparison.Ordinal));
        Assert.Contains("Det var feil", (await admin.OpenAsync("")).Must(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_administrators_is_told_sees_both_texts_and_keeps_his_own()
    {
        using var one = new AdminSeat(fixture, "hoyanger");
        using var two = new AdminSeat(fixture, "hoyanger");
        await one.SignInAsync();
        var open = (await two.SignInAsync("/tekst/nn/intro")).Must(200);
        var preview = (await two.PreviewAsync(open, new() { ["markdown"] = "Teksten til den andre." })).Must(200);
        (await one.ChangeAsync("/tekst/nn/intro", new() { ["markdown"] = "Teksten til den første." })).Must(200);

        var late = (await two.PublishAsync(preview, "Eg òg")).Must(409);
        Assert.Contains("Medan du arbeidde", late.Body, StringComparison.Ordinal);
        Assert.Contains("<blockquote class=\"words theirs\">Teksten til den første.</blockquote>", late.Body, StringComparison.Ordinal);
        Assert.Matches("<textarea[^>]*name=\"markdown\"[^>]*>\\s*Teksten til den andre\\.</textarea>", WebUtility.HtmlDecode(late.Body));
        Assert.Contains("Teksten til den første.", await PublicAsync("hoyanger"), StringComparison.Ordinal);

        // Having seen both, he chooses his own.
        var again = (await two.PreviewAsync(late, new() { ["markdown"] = "Teksten til den andre." })).Must(200);
        (await two.PublishAsync(again, "Avtalt med den første")).Must(200);
        await EverywhereAsync("hoyanger", body => body.Contains("Teksten til den andre.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_that_only_the_other_has_changed_is_not_written_back()
    {
        using var one = new AdminSeat(fixture, "hoyanger");
        using var two = new AdminSeat(fixture, "hoyanger");
        await one.SignInAsync();
        const string contact = "klagehjelp";
        var open = (await two.SignInAsync($"/kontakt/{contact}")).Must(200);
        var seen = Regex.Match(open.Body, "name=\"phone\" value=\"([^\"]*)\"").Groups[1].Value;
        (await one.ChangeAsync($"/kontakt/{contact}", new() { ["phone"] = "56 37 50 99" })).Must(200);

        var late = (await two.PreviewAsync(open, new() { ["phone"] = seen, ["role"] = "Rettleiar" })).Must(409);
        Assert.Contains("name=\"phone\" value=\"56 37 50 99\"", late.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"role\" value=\"Rettleiar\"", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    [Obligation("O-122")]
    public async Task A_postcode_with_four_digits_and_its_place_is_taken_and_one_with_three_is_refused_beside_its_field()
    {
        using var admin = new AdminSeat(fixture, "alver");
        var form = (await admin.SignInAsync("/kontakt/ny")).Must(200);
        Dictionary<string, string> written = new()
        {
            ["purpose"] = "complaint", ["label"] = "Klagekontoret", ["source"] = "Prøve", ["postal-recipient"] = "Tenestekontoret", ["postal-line"] = "Postboks 104", ["postal-postcode"] = "686", ["postal-place"] = "GAUPNE",
        };
        var refused = (await admin.PreviewAsync(form, written)).Must(422);
        Assert.Contains("href=\"/alver/admin/kontakt/ny#postal-postcode\"", refused.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"postal-postcode-feil\">Eit postnummer har fire siffer", refused.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"Klagekontoret\"", refused.Body, StringComparison.Ordinal);
        var preview = (await admin.PreviewAsync(refused, new(written) { ["postal-postcode"] = "6866" })).Must(200);
        (await admin.PublishAsync(preview, "Ny kontakt")).Must(200);
        await EverywhereAsync("alver", body => Regex.IsMatch(body, "Postboks 104<br ?/?>6866 GAUPNE"));
    }

    [Fact]
    [Obligation("O-121")]
    public async Task A_visiting_address_whose_last_day_is_past_is_shown_to_nobody_and_kept_for_the_administrator()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await admin.SignInAsync();
        foreach (var (label, line) in new[] { ("Gamle kontoret", "Gamlevegen 1"), ("Nye kontoret", "Nyvegen 2") })
        {
            (await admin.ChangeAsync("/kontakt/ny", new() { ["purpose"] = "rehabilitation", ["label"] = label, ["source"] = "Prøve", ["visiting-line"] = line })).Must(200);
        }

        await EverywhereAsync("hoyanger", body => body.Contains("Gamlevegen 1", StringComparison.Ordinal) && body.Contains("Nyvegen 2", StringComparison.Ordinal));
        var list = (await admin.OpenAsync("/kontakt")).Must(200);
        var old = Regex.Match(list.Body, "Gamle kontoret.*?/hoyanger/admin/kontakt/([a-z0-9-]+)\"", RegexOptions.Singleline).Groups[1].Value;
        (await admin.ChangeAsync($"/kontakt/{old}", new() { ["validTo"] = "1.3.2024" }, "Flytta")).Must(200);
        await EverywhereAsync("hoyanger", body => !body.Contains("Gamlevegen 1", StringComparison.Ordinal) && body.Contains("Nyvegen 2", StringComparison.Ordinal));
        Assert.Matches("(?s)id=\"gamle\".*Gamlevegen 1", (await admin.OpenAsync("/kontakt")).Must(200).Body);
    }

    [Fact]
    public async Task Rubbish_is_answered_at_the_right_place_and_the_last_good_version_stays()
    {
        using var admin = new AdminSeat(fixture, "gulen");
        var text = (await admin.SignInAsync("/tekst/nn/how-to-ask")).Must(200);
        var before = await PublicAsync("gulen");
        foreach (var (rubbish, sentence) in new[]
        {
            ("Hei\r\n<script>alert(1)</script>", "Linje 2: HTML kan ikkje brukast"), ("[her](javascript:alert(1))", "Ei lenkje må byrje med"), ("Ring {telefon}.", "{telefon} er ikkje eit ord"),
            ("  ", "Teksten er tom"), (new string('x', 30_000), "Teksten er for lang"),
        })
        {
            var refused = WebUtility.HtmlDecode((await admin.PreviewAsync(text, new() { ["markdown"] = rubbish })).Must(422).Body);
            Assert.Contains("#markdown\">", refused, StringComparison.Ordinal);
            Assert.Matches($"id=\"markdown-feil\">[^<]*{Regex.Escape(sentence)}", refused);
            if (rubbish.Trim().Length > 0) Assert.Contains(rubbish.Split("\r\n")[0], refused, StringComparison.Ordinal);
        }

        var huge = await admin.PreviewAsync(text, new() { ["markdown"] = new string('x', 10_000_000) });
        Assert.Equal(413, huge.Status);
        Assert.Contains("for stort", huge.Body, StringComparison.Ordinal);

        var contact = ContactWithPhone((await admin.OpenAsync("/kontakt")).Must(200));
        var form = (await admin.OpenAsync($"/kontakt/{contact}")).Must(200);
        foreach (var (field, value, other) in new[] { ("hours-opens", "25.00", "hours-closes=15.00"), ("hours-closes", "08.00", "hours-opens=09.00"), ("validFrom", "31.2.2027", ""), ("phone", "5778", ""), ("email", "post", ""), ("label", " ", "") })
        {
            var written = new Dictionary<string, string> { [field] = value };
            if (other.Split('=') is [var name, var also]) written[name] = also;
            var refused = (await admin.PreviewAsync(form, written)).Must(422);
            Assert.Contains($"aria-describedby=\"{field}", Regex.Match(refused.Body, $"<input[^>]*id=\"{field}\"[^>]*>").Value, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}-feil\"", refused.Body, StringComparison.Ordinal);
        }

        var several = (await admin.PreviewAsync(form, new() { ["hours-opens"] = "25.00", ["phone"] = "5778", ["email"] = "post" })).Must(422);
        Assert.All(["hours-opens", "phone", "email"], field => Assert.Contains($"id=\"{field}-feil\"", several.Body, StringComparison.Ordinal));

        var rules = (await admin.OpenAsync("/reglar")).Must(200);
        Assert.Contains("id=\"intake-feil\"", (await admin.PreviewAsync(rules, new() { ["intake"] = "telepathy" })).Must(422).Body, StringComparison.Ordinal);
        Assert.Contains("Ingenting er endra", (await admin.PreviewAsync(rules, new() { ["inOperation"] = "true" })).Must(422).Body, StringComparison.Ordinal);
        (await admin.OpenAsync("/tekst/nn/finst-ikkje")).Must(404);
        (await admin.OpenAsync("/kontakt/finst-ikkje")).Must(404);
        (await admin.OpenAsync("/historikk/99999")).Must(404);
        Assert.Equal(before, await PublicAsync("gulen"));
    }

    [Fact]
    public async Task The_house_rules_are_words_in_a_form_and_the_words_reach_the_public_page()
    {
        using var admin = new AdminSeat(fixture, "alver");
        await admin.SignInAsync();
        var preview = (await admin.PreviewAsync((await admin.OpenAsync("/reglar")).Must(200), new() { ["terms-unitName"] = "Koordinerande team", ["intake"] = "commonApplication" })).Must(200);
        Assert.Contains("<blockquote class=\"words\">Avkryssing i felles søknad om helse- og omsorgstenester</blockquote>", WebUtility.HtmlDecode(preview.Body), StringComparison.Ordinal);
        (await admin.PublishAsync(preview, "Nytt namn")).Must(200);
        await EverywhereAsync("alver", body => body.Contains("koordinerande team", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task That_a_plan_needs_a_coordinator_is_chosen_in_words_and_anything_else_is_refused_beside_its_field()
    {
        using var admin = new AdminSeat(fixture, "gulen");
        await admin.SignInAsync();
        var rules = (await admin.OpenAsync("/reglar")).Must(200);
        var preview = WebUtility.HtmlDecode((await admin.PreviewAsync(rules, new() { ["planRequiresCoordinator"] = "true" })).Must(200).Body);
        Assert.Matches("(?s)Planen blir laga først når det er peikt ut ein koordinator.*<blockquote class=\"words\">Ja</blockquote>", preview);
        Assert.Contains("id=\"planRequiresCoordinator-feil\"", (await admin.PreviewAsync(rules, new() { ["planRequiresCoordinator"] = "kanskje" })).Must(422).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retten er heimla i lova som trådde i kraft 1. januar 2012.", "<q>trådde i kraft 1. januar 2012</q>", "Vis til reglane som har vore i kraft sidan 1. august 2022")]
    [InlineData("Vi følgjer fremdrift i arbeidet.", "<q>fremdrift</q> → framdrift", "Skriv heile teksten i same målform")]
    [InlineData("Les [retningslinja](https://helsedirektoratet.no/retningslinjer/rehabilitering-habilitering).", "→ https://www.helsedirektoratet.no/veiledere/rehabilitering-habilitering-individuell-plan-og-koordinator", "Vis til rettleiaren som gjeld no")]
    [Obligation("O-012")]
    [Obligation("O-130")]
    [Obligation("O-132")]
    public async Task Superseded_law_words_of_the_other_form_and_retired_guidelines_are_named_with_what_to_write_instead(string written, string found, string instead)
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await admin.SignInAsync();
        var page = WebUtility.HtmlDecode((await admin.PreviewAsync((await admin.OpenAsync("/tekst/nn/intro")).Must(200), new() { ["markdown"] = written })).Must(200).Body);
        Assert.Contains(found, page, StringComparison.Ordinal);
        Assert.Contains(instead, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_reads_otherwise_than_the_law_is_told_before_it_is_published_and_on_a_page_of_its_own()
    {
        using var luster = new AdminSeat(fixture, "luster");
        await luster.SignInAsync();
        var all = WebUtility.HtmlDecode((await luster.OpenAsync("/lovsjekk")).Must(200).Body);
        Assert.Contains("<q>Minst tre faggrupper</q>", all, StringComparison.Ordinal);
        Assert.Contains("pbrl §2-5", all, StringComparison.Ordinal);

        using var admin = new AdminSeat(fixture, "hoyanger");
        await admin.SignInAsync();
        var text = (await admin.OpenAsync("/tekst/nn/intro")).Must(200);
        var advised = (await admin.PreviewAsync(text, new() { ["markdown"] = "Du må ha minst tre tenester, og spør hvordan." })).Must(200);
        var page = WebUtility.HtmlDecode(advised.Body);
        Assert.Contains("<q>minst tre tenester</q>", page, StringComparison.Ordinal);
        Assert.Contains("<q>hvordan</q> → korleis", page, StringComparison.Ordinal);
        // Advice: it can be published as it stands. What costs somebody a right cannot.
        Assert.Contains(advised.Forms, form => form.Fields.GetValueOrDefault("_do") == "publish");
        (await admin.PreviewAsync(text, new() { ["markdown"] = "Det er ikkje rett til å klage." })).Must(422);
    }

    [Fact]
    public async Task Whoever_is_not_this_municipalitys_administrator_gets_the_same_answer_as_for_an_unknown_address()
    {
        using var leader = new Browser(fixture.Cluster);
        var unit = await leader.SignInAsync("luster", "luster-leader", "staff", to: "/luster/eining");
        Assert.DoesNotContain("/luster/admin", unit.Must(200).Body, StringComparison.Ordinal);
        var unknown = (await leader.OpenAsync("/luster/eining/person/x")).Must(404);
        using var other = new Browser(fixture.Cluster);
        await other.SignInAsync("gulen", "gulen-admin", "staff", to: "/gulen/admin");
        var token = await _platform.TokenOfStaffAsync("gulen-admin");
        foreach (var path in (string[])["/luster/admin", "/luster/admin/kontakt", "/luster/admin/kontakt/tenestekontoret", "/luster/admin/tekst", "/luster/admin/tekst/nn/intro", "/luster/admin/reglar", "/luster/admin/flytta", "/luster/admin/flytta/ny", "/luster/admin/historikk", "/luster/admin/historikk/1"])
        {
            Assert.Equal(Plain(unknown, "/luster/eining/person/x"), Plain((await leader.OpenAsync(path)).Must(404), path));
            Assert.Equal(404, (await _platform.GetAsync(token, path)).Status);
            // A session of another municipality is no session here: it leads to sign-in, as for any other page.
            Assert.NotEqual(path, (await other.OpenAsync(path)).Address.AbsolutePath);
        }
    }

    private static string Plain(Page page, string path) => page.Body.Replace(path, "", StringComparison.Ordinal);

    private static string ContactWithPhone(Page list) => Cards().Matches(list.Body).First(match => match.Value.Contains("tel:", StringComparison.Ordinal)).Groups[1].Value;

    private Task EverywhereAsync(string slug, Predicate<string> says) => Everywhere.SaysAsync(async () => WebUtility.HtmlDecode(await PublicAsync(slug)), says);

    private async Task<string> PublicAsync(string slug) => (await _platform.SendAsync(null, HttpMethod.Get, $"/{slug}", adjust: request => request.Headers.Add("Accept-Language", "nn"))).Must(200).Body;

    [GeneratedRegex("<li class=\"ds-card quiet stack\".*?/admin/kontakt/([a-z0-9-]+)\"", RegexOptions.Singleline)]
    private static partial Regex Cards();

    [GeneratedRegex("/admin/historikk/([0-9]+)\"")]
    private static partial Regex Versions();
}

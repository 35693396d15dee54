using System.Net;
using System.Text.RegularExpressions;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Story;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Tenants;

/// <summary>The rules of the house that a municipality's own administrator edits, and what they lead to.</summary>
[OverHttp]
public sealed partial class HouseRulePagesTests(PlatformFixture fixture)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task Service_areas_are_added_renamed_and_removed_and_their_time_is_only_made_shorter()
    {
        using var admin = new AdminSeat(fixture, "alver");
        await admin.SignInAsync();
        Assert.Contains("id=\"serviceAreas-name-feil\"", (await admin.PreviewAsync((await admin.OpenAsync("/tenesteomrade/ny")).Must(200), [])).Must(422).Body, StringComparison.Ordinal);
        var list = (await admin.ChangeAsync("/tenesteomrade/ny", new() { ["serviceAreas-name"] = "Oppvekst" })).Must(200);
        Assert.Equal("/alver/admin/tenesteomrade", list.Address.AbsolutePath);
        Assert.Contains("id=\"serviceAreas-name-feil\"", (await admin.PreviewAsync(await admin.OpenAsync("/tenesteomrade/ny"), new() { ["serviceAreas-name"] = "oppvekst" })).Must(422).Body, StringComparison.Ordinal);
        var entry = $"/tenesteomrade/{Areas().Match(list.Body).Groups[1].Value}";
        var renamed = (await admin.ChangeAsync(entry, new() { ["serviceAreas-name"] = "Skule og oppvekst" })).Must(200);
        Assert.Contains("Skule og oppvekst", renamed.Body, StringComparison.Ordinal);
        var removal = (await admin.Browser.SubmitAsync((await admin.OpenAsync(entry)).Must(200), new() { ["_do"] = "preview", ["remove"] = "ja" }, [])).Must(200);
        Assert.DoesNotContain("Skule og oppvekst", (await admin.PublishAsync(removal, "Prøva er over")).Must(200).Body, StringComparison.Ordinal);

        var rules = (await admin.OpenAsync("/reglar")).Must(200);
        Assert.Contains("id=\"serviceAreaDays\" name=\"serviceAreaDays\" value=\"14\"", rules.Body, StringComparison.Ordinal);
        foreach (var days in (string[])["15", "0", "fjorten", "-1"]) Assert.Contains("id=\"serviceAreaDays-feil\"", (await admin.PreviewAsync(rules, new() { ["serviceAreaDays"] = days })).Must(422).Body, StringComparison.Ordinal);
        (await admin.ChangeAsync("/reglar", new() { ["serviceAreaDays"] = "7" })).Must(200);
        Assert.Contains("name=\"serviceAreaDays\" value=\"7\"", (await admin.OpenAsync("/reglar")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_receives_habilitation_and_rehabilitation_stands_on_the_form_and_cannot_end_unnoticed()
    {
        await FormSaysAsync("/hoyanger/meld", "Tiltaksteam eller fysikalsk avdeling");
        Assert.DoesNotContain("id=\"mottakar\"", (await _platform.GetAsync(null, "/luster/meld")).Must(200).Body, StringComparison.Ordinal);
        using var hoyanger = new AdminSeat(fixture, "hoyanger");
        await hoyanger.SignInAsync();
        var ended = (await hoyanger.PreviewAsync((await hoyanger.OpenAsync("/kontakt/rehabilitering")).Must(200), new() { ["validTo"] = "1.3.2099" })).Must(422);
        Assert.Contains("må vere ein kontakt som gjeld framover", WebUtility.HtmlDecode(ended.Body), StringComparison.Ordinal);

        using var gulen = new AdminSeat(fixture, "gulen");
        await gulen.SignInAsync();
        var rules = (await gulen.OpenAsync("/reglar")).Must(200);
        Assert.Contains("id=\"receivers-rehabilitation-feil\"", (await gulen.PreviewAsync(rules, new() { ["receivers-rehabilitation"] = "finst-ikkje" })).Must(422).Body, StringComparison.Ordinal);
        var preview = (await gulen.PreviewAsync(rules, new() { ["receivers-rehabilitation"] = "helse-omsorg" })).Must(200);
        var label = Regex.Match(rules.Body, "<option value=\"helse-omsorg\"[^>]*>([^<]*)</option>").Groups[1].Value;
        Assert.Contains($"<blockquote class=\"words\">{label}</blockquote>", preview.Body, StringComparison.Ordinal);
        (await gulen.PublishAsync(preview, "Avtalt")).Must(200);
        await FormSaysAsync("/gulen/sok", WebUtility.HtmlDecode(label));
        (await gulen.ChangeAsync("/reglar", new() { ["receivers-rehabilitation"] = "" })).Must(200);
    }

    [Fact]
    public async Task Life_areas_are_renamed_and_moved_and_how_often_a_plan_is_gone_through_is_chosen_within_a_year()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await admin.SignInAsync();
        Assert.Matches("(?s)1\\. Bustad.*2\\. Helse", WebUtility.HtmlDecode((await admin.OpenAsync("/livsomrade")).Must(200).Body));
        var bare = (await admin.PreviewAsync((await admin.OpenAsync("/livsomrade/ny")).Must(200), new() { ["lifeAreas-name-nn"] = "Dyr", ["lifeAreas-place"] = "først" })).Must(422);
        Assert.Contains("id=\"lifeAreas-place-feil\"", bare.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"lifeAreas-name-en-feil\"", (await admin.PreviewAsync(bare, new() { ["lifeAreas-name-nn"] = "Dyr", ["lifeAreas-name-nb"] = "Dyr", ["lifeAreas-place"] = "1" })).Must(422).Body, StringComparison.Ordinal);
        var moved = (await admin.ChangeAsync("/livsomrade/helse", new() { ["lifeAreas-name-nn"] = "Helse og kropp", ["lifeAreas-place"] = "1" })).Must(200);
        Assert.Matches("(?s)1\\. Helse og kropp.*2\\. Bustad", WebUtility.HtmlDecode(moved.Body));

        foreach (var months in (string[])["0", "13", "halvår"]) Assert.Contains("id=\"revisionMonths-feil\"", (await admin.PreviewAsync(await admin.OpenAsync("/reglar"), new() { ["revisionMonths"] = months })).Must(422).Body, StringComparison.Ordinal);
        (await admin.ChangeAsync("/reglar", new() { ["revisionMonths"] = "3" })).Must(200);
    }

    [Fact]
    public async Task Where_dementia_is_a_ground_of_its_own_the_case_handler_is_told()
    {
        foreach (var (slug, told) in new[] { ("hoyanger", true), ("luster", false) })
        {
            var (_, id) = await new People(_platform, slug).ReportedAsync(["coordinator"]);
            var page = (await _platform.GetAsync(await _platform.TokenOfStaffAsync($"{slug}-handler"), $"/{slug}/eining/sak/{id}")).Must(200);
            Assert.Equal(told, WebUtility.HtmlDecode(page.Body).Contains("personar med demens", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_public_page_names_the_tool_in_use_until_cut_over_and_leads_here_from_then_on()
    {
        using var admin = new AdminSeat(fixture, "hoyanger");
        await admin.SignInAsync();
        Assert.Contains("id=\"tool-name-feil\"", (await admin.PreviewAsync((await admin.OpenAsync("/reglar")).Must(200), new() { ["tool-name"] = "" })).Must(422).Body, StringComparison.Ordinal);
        (await admin.ChangeAsync("/reglar", new() { ["tool-cutOver"] = "1.3.2099", ["tool-url"] = "http://www.example.no/samspill" })).Must(200);
        await PublicSaysAsync("(?s)id=\"verktoy\".*Visma Flyt Samspill.*2099.*href=\"https://www\\.example\\.no/samspill\"");
        (await admin.ChangeAsync("/reglar", new() { ["tool-cutOver"] = "1.3.2020" })).Must(200);
        await PublicSaysAsync("(?s)id=\"verktoy\"(?!.*example\\.no/samspill).*href=\"/hoyanger/mi-side\">Gå til mi side");
    }

    private async Task PublicSaysAsync(string pattern) =>
        await Eventually.BecomesAsync(() => _platform.GetAsync(null, "/hoyanger"), page => page.Status == 200 && Regex.IsMatch(WebUtility.HtmlDecode(page.Body), pattern), Soon, $"the public page says {pattern}");

    private async Task FormSaysAsync(string form, string receiver) =>
        await Eventually.BecomesAsync(
            () => _platform.GetAsync(null, form), page => page.Status == 200 && Regex.IsMatch(WebUtility.HtmlDecode(page.Body), $"(?s)id=\"mottakar\".*{Regex.Escape(receiver)}"), Soon, $"{form} says who receives");

    [GeneratedRegex("/admin/tenesteomrade/(e-[0-9a-f]+)\"")]
    private static partial Regex Areas();
}

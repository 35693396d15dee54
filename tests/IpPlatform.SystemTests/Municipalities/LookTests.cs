using System.Net;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>How a municipality's pages look, and in which languages they are offered, as its administrator chooses.</summary>
[OverHttp]
public sealed class LookTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task Colours_and_languages_are_chosen_after_a_look_and_both_silos_show_them_within_two_seconds()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "luster", "eidfjord", "4619");
        var first = await own.VersionAsync();
        using var admin = new Browser(fixture.Cluster);
        var page = (await admin.SignInAsync(own.Slug, "luster-admin", "staff", to: $"/{own.Slug}/admin/utsjaande")).Must(200);
        foreach (var theme in (string[])["fjord", "skog", "lyng", "tegl", "skifer"]) Assert.Contains($"<div class=\"theme-sample\" data-theme=\"{theme}\"", page.Body, StringComparison.Ordinal);
        var unknown = await PreviewAsync(admin, page, new() { ["theme"] = "gull", ["languages-nb"] = "kanskje" });
        Assert.Equal(422, unknown.Status);
        Assert.Contains("id=\"theme-feil\"", unknown.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"languages-nb-feil\"", unknown.Body, StringComparison.Ordinal);
        var preview = (await PreviewAsync(admin, page, new() { ["theme"] = "skog", ["languages-nb"] = "true", ["languages-en"] = "false" })).Must(200);
        Assert.Matches("(?s)data-preview><div class=\"theme-sample\" data-theme=\"skog\"", preview.Body);
        Assert.Contains("nynorsk, bokmål, engelsk", WebUtility.HtmlDecode(preview.Body), StringComparison.Ordinal);
        Assert.Contains("data-theme=\"fjord\"", await own.PageAsync(), StringComparison.Ordinal);
        (await admin.SubmitAsync(preview, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Grønt som dalen" })).Must(200);

        using var door = new SiloDoor(fixture.Cluster);
        foreach (var silo in fixture.Cluster.Silos)
        {
            await Eventually.BecomesAsync(
                () => door.GetAsync(silo.Url, $"/{own.Slug}", tenant: "k4619", slug: own.Slug), answer => answer.Body.Contains("<html lang=\"nn\" data-color-scheme=\"auto\" data-theme=\"skog\">", StringComparison.Ordinal),
                TimeSpan.FromSeconds(2), $"{silo.Name} shows the new colours");
        }

        using var english = new Browser(fixture.Cluster);
        english.Speak("en");
        // What is not offered is neither given nor shown, to citizens and to staff.
        foreach (var path in (string[])["", "/meld", "/finst-ikkje", "/admin", "/admin/tekst"])
        {
            if (path == "/admin") await english.SignInAsync(own.Slug, "luster-admin", "staff", to: $"/{own.Slug}/admin");
            var seen = await english.OpenAsync($"/{own.Slug}{path}");
            Assert.Contains("<html lang=\"nn\"", seen.Body, StringComparison.Ordinal);
            Assert.Contains($"/val/sprak/nb?attende=/{own.Slug}{path}", seen.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("/val/sprak/en", seen.Body, StringComparison.Ordinal);
        }

        Assert.Contains("(ikkje tilbode)", (await english.OpenAsync($"/{own.Slug}/admin/tekst")).Body, StringComparison.Ordinal);
        Assert.Contains("/admin/utsjaande", (await english.OpenAsync($"/{own.Slug}/admin/tekst/en/intro")).Must(200).Body, StringComparison.Ordinal);
        using var bokmal = new Browser(fixture.Cluster);
        bokmal.Speak("nb");
        Assert.Contains("<html lang=\"nb\"", (await bokmal.OpenAsync($"/{own.Slug}")).Must(200).Body, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", (await english.OpenAsync("/luster")).Must(200).Body, StringComparison.Ordinal);

        Assert.Contains("LANGUAGES", (await own.PublishAsync(new { kind = "changeLook", languages = new[] { "nb" } })).Must(422).Body, StringComparison.Ordinal);
        (await _platform.PostAsync(own.Admin, $"/{own.Slug}/api/admin/configuration/roll-back", new { basedOn = await own.VersionAsync(), to = first, reason = "Som før" })).Must(200);
        await Eventually.BecomesAsync(() => own.PageAsync(), now => now.Contains("data-theme=\"fjord\"", StringComparison.Ordinal) && now.Contains("/val/sprak/en", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "it looks as before");
    }

    private static Task<Page> PreviewAsync(Browser admin, Page page, Dictionary<string, string> written) =>
        admin.SubmitAsync(page, new() { ["_command"] = page.Forms.First(form => form.Fields.ContainsKey("seen")).Fields["_command"] }, written);
}

using System.Net;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>What a public page may not lack, and what becomes of a publication that would take it away.</summary>
[OverHttp]
public sealed class PublishingGuardTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-128")]
    public async Task A_page_without_how_one_complains_is_not_published_the_ready_text_is_offered_and_what_stood_there_stays()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "alver", "gloppen", "4650");
        var (before, page) = (await own.VersionAsync(), await own.PageAsync("/koordinator"));
        Assert.Contains(">Klage på vedtak</h2>", page, StringComparison.Ordinal);
        Assert.Matches("(?s)>Slik søkjer du</h2>.{0,400}<ol>\\s*<li>", page);

        foreach (var (block, markdown, code) in new[]
        {
            ("complaint", "", "PART_MISSING"), ("complaint", "---\n\n[](https://example.org)", "PART_MISSING"), ("complaint", "Ring oss.", "COMPLAINT_INCOMPLETE"),
            ("contact", " ", "PART_MISSING"), ("how-to-ask", "Bruk skjemaet.", "STEPS_MISSING"),
        })
        {
            var refused = (await own.PublishAsync(new { kind = "changeText", language = "nn", block, markdown })).Must(422);
            var error = Assert.Single(refused.Json["errors"]!.AsArray())!;
            Assert.Equal((code, $"texts/nn/{block}"), (error["code"]!.GetValue<string>(), error["field"]!.GetValue<string>()));
            Assert.NotEmpty(error["offer"]!.GetValue<string>());
        }

        Assert.Equal(before, await own.VersionAsync());
        Assert.Contains("{complaintReceiver}", (await own.PublishAsync(new { kind = "changeText", language = "nn", block = "complaint", markdown = "" })).Must(422).Body, StringComparison.Ordinal);

        // The same at the form: the text stands beside its error, and taking it is a button or, where it stands already, a link.
        using var browser = new Browser(fixture.Cluster);
        var text = (await browser.SignInAsync(own.Slug, "luster-admin", "staff", to: $"/{own.Slug}/admin/tekst/nn/how-to-ask")).Must(200);
        var form = text.Forms.First(form => form.Fields.GetValueOrDefault("_do") == "preview" && !form.Fields.ContainsKey("product"));
        var offered = await browser.SubmitAsync(text, new() { ["_do"] = "preview", ["_command"] = form.Fields["_command"] }, new() { ["markdown"] = "" });
        Assert.Equal(422, offered.Status);
        Assert.Matches("(?s)Teksten er tom, og denne delen må stå på sida.*data-offer>.*Vi hjelper deg gjerne med å fylle ut", WebUtility.HtmlDecode(offered.Body));
        var taken = (await browser.SubmitAsync(offered, new() { ["product"] = "ja" }, [])).Must(200);
        (await browser.SubmitAsync(taken, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Den ferdige teksten" })).Must(200);
        await Eventually.BecomesAsync(() => own.PageAsync("/koordinator"), now => now.Contains("Hjelper du ein annan, legg du ved ei fullmakt.", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the ready text is public");
    }

    [Fact]
    [Obligation("O-026")]
    public async Task Without_an_address_to_send_to_nothing_is_published_and_the_address_stays_on_the_page()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "alver", "sogndal", "4640");
        var before = await own.VersionAsync();
        foreach (object edit in new object[]
        {
            new { kind = "endContact", contact = "soknad-papir", lastDay = "2030-01-01" }, new { kind = "changeContact", contact = "soknad-papir", fields = new { clear = (string[])["postal"] } },
        })
        {
            var refused = (await own.PublishAsync(edit)).Must(422);
            Assert.Contains(refused.Json["errors"]!.AsArray(), error => error!["message"]!.GetValue<string>().StartsWith("Postadressa manglar", StringComparison.Ordinal));
        }

        Assert.Contains("CONTACT_MISSING", (await own.PublishAsync(new { kind = "endContact", contact = "systemkoordinator", lastDay = "2030-01-01" })).Must(422).Body, StringComparison.Ordinal);
        Assert.Equal(before, await own.VersionAsync());
        Assert.Contains("Postboks 4", await own.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Obligation("O-133")]
    [Obligation("O-025")]
    public async Task Whoever_has_left_is_named_nowhere_in_public_within_a_minute_and_in_old_letters_still()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "gulen", "aurland", "4641");
        var (gone, number, next) = ("Halvor Elde", "57782005", "Syntetisk Etterfølgjar");
        Assert.Contains(gone, await own.PageAsync(), StringComparison.Ordinal);
        var (oldCitizen, oldLetter) = await DecidedAsync(own.Slug);
        Assert.Contains(gone, await LetterAsync(oldCitizen, oldLetter), StringComparison.Ordinal);

        var yesterday = Norway.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await own.PublishAsync(
            new { kind = "endContact", contact = "oppvekst-kultur", lastDay = yesterday },
            new { kind = "addContact", contact = new { purpose = "unit", label = "Oppvekst", source = "Prøve", person = next, phone = "+4757782006", id = "oppvekst-ny" } },
            new { kind = "changeContact", contact = "soknad-papir", fields = new { person = next } })).Must(200);
        foreach (var path in (string[])["", "/kontakt.json", "/kontakt.vcf", "/sok"])
        {
            await Eventually.BecomesAsync(
                () => own.PageAsync(path), page => !page.Contains(gone, StringComparison.Ordinal) && !page.Replace(" ", "", StringComparison.Ordinal).Contains(number, StringComparison.Ordinal),
                TimeSpan.FromMinutes(1), $"{path} names nobody who has left");
        }

        Assert.Contains(next, await own.PageAsync(), StringComparison.Ordinal);
        var (newCitizen, newLetter) = await DecidedAsync(own.Slug);
        Assert.Contains(next, await LetterAsync(newCitizen, newLetter), StringComparison.Ordinal);
        Assert.DoesNotContain(gone, await LetterAsync(newCitizen, newLetter), StringComparison.Ordinal);
        Assert.Contains(gone, await LetterAsync(oldCitizen, oldLetter), StringComparison.Ordinal);
    }

    private async Task<(string Token, string Case)> DecidedAsync(string slug)
    {
        var nationalId = Platform.NewNationalId();
        var token = await _platform.TokenOfCitizenAsync(nationalId);
        (await _platform.PostAsync(token, $"/{slug}/api/reports", new { reporterRole = "self", services = (string[])["coordinator"], need = "Mange tenester.", nationalId, personName = "Syntetisk Menneske" })).Must(200);
        var id = System.Text.Json.Nodes.JsonNode.Parse((await _platform.GetAsync(token, $"/{slug}/api/me/cases")).Must(200).Body)!.AsArray().Single()!["caseId"]!.GetValue<Guid>();
        var handler = await _platform.TokenOfStaffAsync("luster-handler");
        var seenVersion = (await _platform.GetAsync(handler, $"/{slug}/api/cases/{id}")).Must(200).Json["version"]!.GetValue<long>();
        (await _platform.PostAsync(handler, $"/{slug}/api/cases/{id}/decision", new { outcomes = new[] { new { service = "coordinator", granted = true } }, reasons = "Vurdert.", seenVersion })).Must(200);
        return (token, $"/{slug}/mi-side/sak/{id}");
    }

    private async Task<string> LetterAsync(string token, string path) => WebUtility.HtmlDecode((await _platform.GetAsync(token, path)).Must(200).Body);
}

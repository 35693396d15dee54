using IpPlatform.Domain.Access;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Callbacks;

/// <summary>Whoever comes outside hours can ask to be rung, and the unit sees who waits (O-126).</summary>
[OverHttp]
public sealed class CallbackTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task What_is_asked_outside_hours_is_asked_once_and_the_unit_rings()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "alver", "osteroy", "4630");
        await AskingToBeRung.CloseTodayAsync(own);
        var name = $"Syntetisk Ringjar {Platform.NewCommand().ToString()[..6]}";
        using var somebody = Speaking("nn");
        var form = (await somebody.OpenAsync($"/{own.Slug}/ring-meg/{AskingToBeRung.Contact}")).Must(200);
        Assert.Contains("Skriv ingenting om helse her", AskingToBeRung.Read(form), StringComparison.Ordinal);
        Assert.Contains("Ingenting blir sendt til kommunen, og ingen ringjer deg", AskingToBeRung.Read(form), StringComparison.Ordinal);
        Assert.Contains("113", form.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", form.Body, StringComparison.Ordinal);

        Assert.Equal(400, (await somebody.PostAsync($"/{own.Slug}/ring-meg/{AskingToBeRung.Contact}", [new("namn", name)])).Status);
        Assert.Equal(400, (await somebody.PostAsync($"/{own.Slug}/ring-meg/{AskingToBeRung.Contact}", [new("namn", name), new("_command", Platform.NewCommand().ToString()), new("__RequestVerificationToken", "CfDJ8x")])).Status);
        var wrong = await AskingToBeRung.SendAsync(somebody, form, own.Slug, "", "12345", "health");
        Assert.Equal(422, wrong.Status);
        Assert.All(["e-namn", "e-telefon", "e-tema"], error => Assert.Contains($"id=\"{error}\"", wrong.Body, StringComparison.Ordinal));
        Assert.Contains("value=\"12345\"", wrong.Body, StringComparison.Ordinal);

        var receipts = new[] { await AskingToBeRung.SendAsync(somebody, form, own.Slug, name), await AskingToBeRung.SendAsync(somebody, form, own.Slug, name) };
        Assert.All(receipts, receipt => Assert.Contains("ringjer deg seinast", AskingToBeRung.Read(receipt.Must(200)), StringComparison.Ordinal));
        Assert.Contains("tel:+4799999001", AskingToBeRung.Read(receipts[0]), StringComparison.Ordinal);
        using var another = Speaking("nn");
        var elsewhere = (await another.OpenAsync(receipts[0].Address.PathAndQuery)).Must(200);
        Assert.All(receipts.Append(elsewhere), receipt => Assert.DoesNotContain("Syntetisk", receipt.Body, StringComparison.Ordinal));
        (await another.OpenAsync($"/{own.Slug}/ring-meg/{AskingToBeRung.Contact}/kvittering?k=x")).Must(404);

        using var handler = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync("luster-handler"));
        Assert.Contains("ringde: éin", AskingToBeRung.Read((await handler.OpenAsync($"/{own.Slug}/eining")).Must(200)), StringComparison.Ordinal);
        var list = (await handler.OpenAsync($"/{own.Slug}/eining/ring")).Must(200);
        Assert.Single(Occurrences(list, $"<h3 class=\"ds-heading\" data-size=\"xs\">{name}"));
        Assert.Contains("href=\"tel:+4799999002\"", AskingToBeRung.Read(list), StringComparison.Ordinal);
        Assert.Contains("<dd>Koordinator</dd>", list.Body, StringComparison.Ordinal);

        Dictionary<string, string> Doing(string handling) => new() { ["_do"] = handling };
        list = (await handler.SubmitAsync(list, Doing("unanswered"), [])).Must(200);
        Assert.Contains("Ikkje nådd, forsøk: éin", AskingToBeRung.Read(list), StringComparison.Ordinal);
        list = (await handler.SubmitAsync(list, Doing("undo"), [])).Must(200);
        Assert.DoesNotContain("Ikkje nådd, forsøk", AskingToBeRung.Read(list), StringComparison.Ordinal);
        var ended = (await handler.SubmitAsync(list, Doing("rung"), [])).Must(200);
        Assert.Contains("Ingen ventar på å bli ringt opp", AskingToBeRung.Read(ended), StringComparison.Ordinal);
        Assert.Matches("Ringt [^<]+ av ", AskingToBeRung.Read(ended));
        // Sent from a page that stood open: somebody was first.
        Assert.Equal(409, (await handler.SubmitAsync(list, Doing("unanswered"), [])).Status);
        Assert.Contains("href=\"tel:+4799999002\"", AskingToBeRung.Read((await handler.SubmitAsync(ended, Doing("undo"), [])).Must(200)), StringComparison.Ordinal);

        (await _platform.GetAsync(await _platform.TokenOfCitizenAsync(Platform.NewNationalId()), $"/{own.Slug}/eining/ring")).Must(404);
        Assert.Null(AccessRules.May(new Caller(CallerKind.Staff, Platform.NewCommand(), "s"), new Standing([StaffRole.Coordinator, StaffRole.TenantAdmin], []), PlatformAction.AnswerCallbacks));
    }

    [Fact]
    public async Task Whoever_hammers_is_told_to_wait_and_keeps_what_is_typed()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "alver", "vaksdal", "4628");
        await AskingToBeRung.CloseTodayAsync(own);
        using var browser = Speaking("nn");
        var last = await browser.OpenAsync($"/{own.Slug}/ring-meg/{AskingToBeRung.Contact}");
        // Eight at each of two silos.
        for (var sent = 0; sent < 17 && last.Status != 429; sent++)
        {
            var form = (await browser.OpenAsync($"/{own.Slug}/ring-meg/{AskingToBeRung.Contact}")).Must(200);
            last = await AskingToBeRung.SendAsync(browser, form, own.Slug, "Syntetisk Hastverk");
        }

        Assert.Equal(429, last.Status);
        Assert.Contains("Vent ti minutt", AskingToBeRung.Read(last), StringComparison.Ordinal);
        Assert.Contains("value=\"Syntetisk Hastverk\"", last.Body, StringComparison.Ordinal);
    }

    private Browser Speaking(string language)
    {
        var browser = new Browser(fixture.Cluster);
        browser.Speak(language);
        return browser;
    }

    private static IEnumerable<int> Occurrences(Page page, string text)
    {
        for (var at = page.Body.IndexOf(text, StringComparison.Ordinal); at >= 0; at = page.Body.IndexOf(text, at + 1, StringComparison.Ordinal)) yield return at;
    }
}

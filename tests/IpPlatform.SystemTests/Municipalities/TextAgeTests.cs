using System.Globalization;
using System.Net;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>How old public texts are, and who says that they still hold.</summary>
[OverHttp]
public sealed class TextAgeTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-013")]
    public async Task A_text_that_nobody_has_gone_through_for_a_year_is_listed_with_its_days_until_one_button_says_that_it_holds()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "gulen", "vik", "4639");
        var today = Norway.DayOf(TimeProvider.System.GetUtcNow());
        var days = (today.DayNumber - new DateOnly(2023, 5, 10).DayNumber).ToString(CultureInfo.InvariantCulture);
        Assert.Contains("Sist oppdatert: <time datetime=\"2023-05-10\">", await own.PageAsync(), StringComparison.Ordinal);

        using var browser = new Browser(fixture.Cluster);
        var dashboard = WebUtility.HtmlDecode((await browser.SignInAsync(own.Slug, "luster-admin", "staff", to: $"/{own.Slug}/admin")).Must(200).Body);
        foreach (var (block, name) in new[] { ("coordinator", "Koordinator"), ("individual-plan", "Individuell plan"), ("how-to-ask", "Slik søkjer du"), ("contact", "Kontakt oss") })
        {
            Assert.Contains($"<a href=\"/{own.Slug}/admin/tekst#t-{block}\">{name}</a>: {days} dagar sidan gjennomgang", dashboard, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("#t-complaint", dashboard, StringComparison.Ordinal);

        // Nobody can choose the day on which she went through a text.
        var list = (await browser.OpenAsync($"/{own.Slug}/admin/tekst")).Must(200);
        (await own.PublishAsync(new { kind = "reviewText", block = "contact", on = "2001-01-01", by = "staff/noko" })).Must(200);
        Assert.Equal(409, (await browser.SubmitAsync(list, new() { ["_do"] = "reviewed", ["block"] = "coordinator" }, [])).Status);
        list = (await browser.OpenAsync($"/{own.Slug}/admin/tekst")).Must(200);
        var after = WebUtility.HtmlDecode((await browser.SubmitAsync(list, new() { ["_do"] = "reviewed", ["block"] = "coordinator" }, [])).Must(200).Body);
        Assert.Matches("(?s)id=\"t-coordinator\">Koordinator</h2>.{0,1200}0 dagar sidan gjennomgang \\(Du\\)", after);
        dashboard = WebUtility.HtmlDecode((await browser.OpenAsync($"/{own.Slug}/admin")).Must(200).Body);
        Assert.DoesNotContain("#t-coordinator", dashboard, StringComparison.Ordinal);
        Assert.DoesNotContain("#t-contact", dashboard, StringComparison.Ordinal);
        Assert.Contains("#t-individual-plan", dashboard, StringComparison.Ordinal);
        Assert.Contains("Gått gjennom: Koordinator", dashboard, StringComparison.Ordinal);

        var reviews = (await _platform.GetAsync(own.Admin, $"/{own.Slug}/api/admin/configuration")).Must(200).Json["reviews"]!.AsArray();
        var contact = reviews.Single(review => review!["block"]!.GetValue<string>() == "contact")!;
        Assert.Equal(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), contact["reviewedAt"]!.GetValue<string>());
        Assert.Equal(today.AddMonths(12).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), contact["nextReview"]!.GetValue<string>());
        Assert.NotEqual("staff/noko", contact["reviewedBy"]!.GetValue<string>());
        Assert.All(reviews, review => Assert.NotNull(review!["updatedAt"]));

        // Who writes a text has read it; where the ready text stands again, its own dates hold.
        (await own.PublishAsync(new { kind = "changeText", language = "nn", block = "individual-plan", markdown = "Planen er din." })).Must(200);
        await Eventually.BecomesAsync(() => own.PageAsync(), page => page.Contains($"Sist oppdatert: <time datetime=\"{today:yyyy-MM-dd}\">", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the page says when it was changed");
        Assert.DoesNotContain("#t-individual-plan", (await browser.OpenAsync($"/{own.Slug}/admin")).Must(200).Body, StringComparison.Ordinal);
    }
}

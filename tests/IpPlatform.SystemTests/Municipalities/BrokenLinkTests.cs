using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>Links outward, and what becomes of one that leads nowhere any more.</summary>
[OverHttp]
public sealed class BrokenLinkTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-008")]
    public async Task A_link_that_answers_404_three_days_in_a_row_gives_way_to_its_fallback_and_the_administrator_is_told()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "luster", "laerdal", "4642");
        object Links(params object[] links) => new { kind = "changeLinks", links };
        foreach (var url in (string[])["http://lenkje.test/", "https://10.0.0.1/", "javascript:alert(1)"])
        {
            Assert.Contains("LINK_URL", (await own.PublishAsync(Links(new { label = "Feil", url }))).Must(422).Body, StringComparison.Ordinal);
        }

        (await own.PublishAsync(Links(
            new { label = "Rettleiar", url = "https://lenkje.test/borte", fallback = "Søk etter rettleiaren på helsedirektoratet.no" },
            new { label = "Helsenorge", url = "https://lenkje.test/finst" }, new { label = "Only in English", url = "https://lenkje.test/english", language = "en" }))).Must(200);
        (await own.PublishAsync(new
        {
            kind = "changeFilm",
            becomes = new { title = "Kari fortel", url = "https://lenkje.test/borte?film", kind = "player", language = "no", transcript = new { nn = "Kari fortel om planen." }, source = "Prøve", playerCaptions = new { nn = true } },
        })).Must(200);
        await Eventually.BecomesAsync(() => own.PageAsync(), page => page.Contains("<a href=\"https://lenkje.test/borte\" rel=\"noopener\">Rettleiar</a>", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the link is public");
        Assert.DoesNotContain("Only in English", await own.PageAsync(), StringComparison.Ordinal);

        using var server = new HttpListener();
        var port = PortBlock.Take() + 1;
        server.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/"));
        server.Start();
        using var over = new CancellationTokenSource();
        var answering = AnswerAsync(server, over.Token);
        Environment.SetEnvironmentVariable("IpPlatform__Links__TestServer", string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/"));
        var day = Norway.DayOf(TimeProvider.System.GetUtcNow()).AddDays(1);
        void Check(int after) => fixture.Cluster.Verb(null, "links", "check", day.AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Check(0);
        Check(1);
        using var browser = new Browser(fixture.Cluster);
        Assert.DoesNotContain("id=\"brotne\"", (await browser.SignInAsync(own.Slug, "luster-admin", "staff", to: $"/{own.Slug}/admin")).Must(200).Body, StringComparison.Ordinal);
        Check(2);
        Environment.SetEnvironmentVariable("IpPlatform__Links__TestServer", null);
        await over.CancelAsync();
        await answering;

        await Eventually.BecomesAsync(
            () => own.PageAsync(), page => !page.Contains("lenkje.test/borte", StringComparison.Ordinal) && page.Contains("<li>Søk etter rettleiaren på helsedirektoratet.no</li>", StringComparison.Ordinal),
            TimeSpan.FromSeconds(40), "the fallback stands in the link's place");
        Assert.Contains("<a href=\"https://lenkje.test/finst\"", await own.PageAsync(), StringComparison.Ordinal);
        // A film that is gone is not offered; what was said in it stands. Each silo looks for itself what was found.
        await Eventually.BecomesAsync(
            () => own.PageAsync(), page => Regex.IsMatch(page, "(?s)id=\"film\"[^>]*>Kari fortel</h2>\\s*<p>Filmen kan ikkje visast akkurat no.*Kari fortel om planen"), TimeSpan.FromSeconds(40), "the film is not offered");
        await Eventually.BecomesAsync(() => own.PageAsync("/film?vis=ja"), page => !page.Contains("lenkje.test", StringComparison.Ordinal), TimeSpan.FromSeconds(40), "nor shown");
        await Eventually.BecomesAsync(
            () => browser.OpenAsync($"/{own.Slug}/admin"), page => Regex.IsMatch(page.Body, "(?s)id=\"brotne\".{0,900}Rettleiar</a>: https://lenkje.test/borte \\(404\\)") && page.Body.Contains("/admin/film\">Kari fortel</a>: https://lenkje.test/borte?film (404)", StringComparison.Ordinal), TimeSpan.FromSeconds(40), "the administrator is told");

        // The administrator mends it at the form.
        var links = (await browser.OpenAsync($"/{own.Slug}/admin/lenkjer")).Must(200);
        var form = links.Forms.First(form => form.Fields.GetValueOrDefault("_do") == "preview");
        var wrong = await browser.SubmitAsync(links, new() { ["_do"] = "preview", ["_command"] = form.Fields["_command"] }, new() { ["links-0-url"] = "www.helsedirektoratet.no" });
        Assert.Equal(422, wrong.Status);
        Assert.Contains("id=\"links-0-url-feil\"", wrong.Body, StringComparison.Ordinal);
        form = wrong.Forms.First(form => form.Fields.GetValueOrDefault("_do") == "preview");
        var preview = (await browser.SubmitAsync(wrong, new() { ["_do"] = "preview", ["_command"] = form.Fields["_command"] }, new() { ["links-0-url"] = "https://lenkje.test/ny" })).Must(200);
        (await browser.SubmitAsync(preview, new() { ["_do"] = "publish" }, new() { ["grunn"] = "Ny adresse" })).Must(200);
        await Eventually.BecomesAsync(() => own.PageAsync(), page => page.Contains("<a href=\"https://lenkje.test/ny\"", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the new link is public");
    }

    // Told to end by a token: a listener that is stopped while nobody asks may leave who waits for a request waiting for ever.
    private static async Task AnswerAsync(HttpListener server, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                var context = await server.GetContextAsync().WaitAsync(over);
                context.Response.StatusCode = context.Request.Url!.AbsolutePath == "/borte" ? 404 : 200;
                context.Response.Close();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (HttpListenerException)
            {
                // Who asked did not wait for the answer.
            }
        }
    }
}

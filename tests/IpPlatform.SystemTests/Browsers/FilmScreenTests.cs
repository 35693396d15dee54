using System.Collections.Concurrent;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>What a browser asks of whom when a municipality has a film.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class FilmScreenTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private const string Host = "spel.example.no";

    private readonly Platform _platform = new(platform.Cluster);

    [Fact]
    [Obligation("O-010")]
    public async Task Nobody_else_is_asked_for_anything_before_the_reader_has_chosen_the_film_with_or_without_scripts()
    {
        var own = await OwnMunicipality.AddAsync(platform, _platform, "gulen", "modalen", "4629");
        foreach (var (kind, seen) in new[] { ("player", "iframe"), ("video", "video") })
        {
            (await own.PublishAsync(new
            {
                kind = "changeFilm",
                becomes = new
                {
                    title = "Kari fortel", url = $"https://{Host}/{kind}", kind, language = "no", transcript = new { nn = "Kari sit på kjøkkenet." }, source = "Kommunen", seconds = 270,
                    playerCaptions = new { nn = true }, captions = new { nn = "WEBVTT\n\n00:01.000 --> 00:04.000\nHei." },
                },
            })).Must(200);
            await Eventually.BecomesAsync(() => _platform.GetAsync(null, $"/{own.Slug}/film?vis=ja"), page => page.Body.Contains($"<{seen}", StringComparison.Ordinal), TimeSpan.FromSeconds(5), $"the {kind} is in force");
            foreach (var scripts in new[] { true, false }) await ReadAsync(own, seen, scripts);
        }
    }

    private async Task ReadAsync(OwnMunicipality own, string seen, bool scripts)
    {
        var reader = await ComeAsync(platform.Cluster, phone: true, scripts);
        var keys = new Keyboard(reader);
        var others = new ConcurrentQueue<string>();
        reader.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(reader.Home, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) others.Enqueue(request.Url);
        };
        // A stand-in for the host, which must never be asked too early.
        await reader.Page.RouteAsync($"https://{Host}/**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!DOCTYPE html><html lang=\"nn\"><title>Film</title><p>Filmen</p></html>" }));
        await reader.OpenAsync($"/{own.Slug}");
        await Expect(reader.Page.GetByText($"Filmen ligg hos {Host}")).ToBeVisibleAsync();
        await keys.EnterAsync(reader.Fold("Les det som blir sagt og vist i filmen"));
        await Expect(reader.Page.GetByText("Kari sit på kjøkkenet.")).ToBeVisibleAsync();
        await keys.EnterAsync(reader.Link("Gå til filmen"));
        await reader.SeesPageAsync("Kari fortel");
        await reader.SeesAsync("Filmen varer 4 min 30 s. Tale på norsk. Teksta på nynorsk.");
        if (scripts) Assert.Empty(await Axe.FindAsync(reader.Page, Axe.Everything));
        Assert.Empty(others);
        await keys.EnterAsync(reader.Button("Vis filmen"));
        await Expect(reader.Page.Locator(seen)).ToBeVisibleAsync();
        await Eventually.BecomesAsync(() => Task.FromResult(others.ToArray()), asked => asked.Length > 0, TimeSpan.FromSeconds(10), "the host is asked");
        Assert.All(others, url => Assert.StartsWith($"https://{Host}/", url, StringComparison.Ordinal));
        await reader.SeesPageAsync("Kari fortel");
        if (!scripts) return;
        if (seen == "iframe") await Expect(reader.Page.FrameLocator(seen).GetByText("Filmen")).ToBeVisibleAsync();
        else Assert.Equal("Hei.", await reader.Page.EvaluateAsync<string>("async () => { const track = document.querySelector('track'); for (let i = 0; i < 100 && track.readyState < 2; i++) await new Promise(done => setTimeout(done, 50)); return track.track.cues[0].text; }"));
        Assert.Empty(await Axe.FindAsync(reader.Page, Axe.Everything));
    }
}

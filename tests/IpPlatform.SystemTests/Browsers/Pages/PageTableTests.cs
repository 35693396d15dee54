using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers.Pages;

/// <summary>
/// Every page that the platform lists about itself, in every state, read by axe with the rules of WCAG 2.2 AA. A new page is missed
/// here until it has its rows.
/// </summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class PageTableTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private static readonly string[] Languages = ["nn", "nb", "en"];

    // Leads away to the provider, whose page is not ours.
    private static readonly string[] WithoutPage = ["/{slug}/logg-inn"];

    private const int PhoneWidth = 390;

    // As many as there are cores where this is run for every change.
    private const int Readers = 2;

    private readonly Platform _platform = new(platform.Cluster);

    [Fact]
    [Obligation("O-114")]
    public async Task Every_page_has_nothing_against_it_in_light_and_in_dark_each_in_one_language()
    {
        var rows = await RowsAsync();
        await ReadAllAsync(rows.Select((row, index) => (row, Languages[index % Languages.Length])));
    }

    [Fact]
    [Long]
    public async Task Every_page_has_nothing_against_it_in_light_and_in_dark_in_every_language()
    {
        var rows = await RowsAsync();
        await ReadAllAsync(Languages.SelectMany(language => rows.Select(row => (row, language))));
    }

    [Fact]
    public async Task What_is_planted_is_found()
    {
        var reader = await ComeAsync(platform.Cluster);
        await reader.OpenAsync("/luster/meld");
        await reader.Page.EvaluateAsync("document.querySelector('label[for=f-namn]').remove()");
        Assert.Contains("label", (await Axe.FindAsync(reader.Page, Axe.Everything)).Select(violation => violation.Rule));
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        // The style attribute is one that the content policy forbids pages, not tests.
        await reader.Page.EvaluateAsync("document.querySelector('h1').style.color = 'rgb(60, 60, 60)'");
        Assert.Contains("color-contrast", (await Axe.FindAsync(reader.Page, Axe.Colours)).Select(violation => violation.Rule));
    }

    [Theory]
    [InlineData("gulen", "+4757782004")]
    [InlineData("hoyanger", "+4797154748")]
    [Obligation("O-114")]
    public async Task Programs_read_whom_to_ring_too(string slug, string phone)
    {
        var contacts = (await _platform.GetAsync(null, $"/{slug}/kontakt.json")).Must(200).Json["contacts"]!.AsArray();
        Assert.Contains(contacts, contact => contact!["phone"]?.GetValue<string>() == phone);
        Assert.Contains($":{phone}", (await _platform.GetAsync(null, $"/{slug}/kontakt.vcf")).Must(200).Body, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<PageRow>> RowsAsync()
    {
        var rows = PageTable.Rows(await Scene.SetAsync(_platform), await EmptyMunicipality.AddAsync(platform.Cluster, platform.Tenants, _platform));
        var listed = (await _platform.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!["paths"]!.AsObject()
            .Where(path => path.Value!["get"]?["x-surface"]?.GetValue<string>() == "Page").Select(path => path.Key);
        Assert.Empty(listed.Except(rows.Select(row => row.Endpoint)).Except(WithoutPage));
        return rows;
    }

    private async Task ReadAllAsync(IEnumerable<(PageRow Row, string Language)> cells)
    {
        // Each reader takes the next page that nobody has taken.
        var waiting = new ConcurrentQueue<(PageRow Row, string Language)>(cells);
        var found = await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ => await ReadAsync(await ComeAsync(platform.Cluster), waiting)));
        Assert.Empty(found.SelectMany(some => some));
    }

    private static async Task<List<string>> ReadAsync(Visitor reader, ConcurrentQueue<(PageRow Row, string Language)> waiting)
    {
        var found = new List<string>();
        await Axe.BringAsync(reader.Page.Context);
        while (waiting.TryDequeue(out var cell))
        {
            var (row, language) = cell;
            await OpenAsync(reader, row, language);
            // Whom to ring stands at the foot of every page of a municipality.
            if (row.Path.StartsWith("/luster", StringComparison.Ordinal)) await Expect(reader.Page.GetByRole(AriaRole.Contentinfo).Locator("a[href^='tel:']").First).ToBeVisibleAsync();
            foreach (var (scheme, rules) in new[] { (ColorScheme.Light, Axe.Everything), (ColorScheme.Dark, Axe.Colours) })
            {
                await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var violations = await Axe.FindAsync(reader.Page, rules);
                found.AddRange(violations.Select(violation => $"{row.Endpoint}, {row.State}, {language}, {scheme}: {violation.Rule}: {violation.Html}"));
            }

            // On a phone nothing is to be found by reading sideways.
            await reader.Page.SetViewportSizeAsync(PhoneWidth, 844);
            var width = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > PhoneWidth) found.Add($"{row.Endpoint}, {row.State}, {language}: {width} wide on a phone");
            await reader.Page.SetViewportSizeAsync(1280, 800);
        }

        return found;
    }

    private static async Task OpenAsync(Visitor reader, PageRow row, string language)
    {
        await reader.Page.Context.ClearCookiesAsync();
        await reader.Page.Context.AddCookiesAsync([new Cookie { Name = "sprak", Value = language, Url = reader.Home }]);
        await reader.Page.SetExtraHTTPHeadersAsync(row.Token is null ? [] : new Dictionary<string, string> { ["Authorization"] = $"Bearer {row.Token}" });
        var answer = await reader.OpenAsync(row.Path);
        Assert.True(answer.Status == row.Status, $"{row.Path} as {row.State} answered {answer.Status}");
        if (row.Before is not null) await reader.Page.EvaluateAsync(row.Before);
        if (row.Send is not null)
        {
            await reader.Page.EvaluateAsync("form => { const one = document.querySelector(form); one.noValidate = true; one.requestSubmit(); }", row.Send);
            if (row.State == "preview") await Expect(reader.Page.Locator("[name=grunn]")).ToBeVisibleAsync();
            else await Expect(reader.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^(Feil|Error): "));
            // Waiting for the load event would wait for ever when it has come already.
            await reader.IsLoadedAsync();
        }

        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }
}

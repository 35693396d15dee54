using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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

    private static readonly AxeRunOptions Everything = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa") };

    // What depends on colours.
    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    private const int PhoneWidth = 390;

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
        Assert.Contains("label", (await reader.Page.RunAxe(Everything)).Violations.Select(violation => violation.Id));
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        // The style attribute is one that the content policy forbids pages, not tests.
        await reader.Page.EvaluateAsync("document.querySelector('h1').style.color = 'rgb(60, 60, 60)'");
        Assert.Contains("color-contrast", (await reader.Page.RunAxe(Colours)).Violations.Select(violation => violation.Id));
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
        var reader = await ComeAsync(platform.Cluster);
        var found = new List<string>();
        foreach (var (row, language) in cells)
        {
            await OpenAsync(reader, row, language);
            // Whom to ring stands at the foot of every page of a municipality.
            if (row.Path.StartsWith("/luster", StringComparison.Ordinal)) await Expect(reader.Page.GetByRole(AriaRole.Contentinfo).Locator("a[href^='tel:']").First).ToBeVisibleAsync();
            foreach (var (scheme, rules) in new[] { (ColorScheme.Light, Everything), (ColorScheme.Dark, Colours) })
            {
                await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var result = await reader.Page.RunAxe(rules);
                found.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{row.Endpoint}, {row.State}, {language}, {scheme}: {violation.Id}: {node.Html}")));
            }

            // On a phone nothing is to be found by reading sideways.
            await reader.Page.SetViewportSizeAsync(PhoneWidth, 844);
            var width = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > PhoneWidth) found.Add($"{row.Endpoint}, {row.State}, {language}: {width} wide on a phone");
            await reader.Page.SetViewportSizeAsync(1280, 800);
        }

        Assert.Empty(found);
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
            await reader.Page.WaitForLoadStateAsync(LoadState.Load);
        }

        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }
}

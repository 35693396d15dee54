using System.Net;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.SystemTests.Tenants;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>An administrator changes what is her municipality's to change with the keys alone; each change stands on the public page of both silos within two seconds.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class AdminKeyboardTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private const string Slug = "voss";

    private static readonly Change[] Changes =
    [
        new("kontakt/helse-omsorg", "topic", "Omsorg og meistring", "", "Omsorg og meistring"),
        new("tekst/nn/intro", "markdown", "Skrive med tastane.\n\n", "", "Skrive med tastane."),
        new("lenkjer", "links-0-url", "https://www.example.no/tastar", "", "https://www.example.no/tastar", ("links-0-label", "Om tastar")),
        new("reglar", "terms-unitName", "Koordinerande lag", "", "Koordinerande lag"),
        new("tenesteomrade/ny", "serviceAreas-name", "Barn og unge", "/admin/tenesteomrade", "Barn og unge"),
        new("kriterium/ny", "localCriteria-text", "Tenester frå to einingar", "/admin/kriterium", "Tenester frå to einingar", ("localCriteria-source", "Kommunestyret")),
        new("film", "film-title", "Film med tastane", "/film", "Film med tastane", ("film-url", "https://film.example.no/tastar.mp4"), ("film-source", "Kommunen"), ("film-transcript-nn", "Kari fortel."), ("film-captions-nn", "WEBVTT\n\n00:01.000 --> 00:04.000\nHei.")),
        new("flytta/ny", "legacyUrls-from", "/gammalt-skjema", "/admin/flytta", "/gammalt-skjema", ("legacyUrls-to", $"/{Slug}/sok")),
    ];

    private readonly Platform _platform = new(platform.Cluster);

    [Fact]
    public async Task Every_kind_of_change_is_made_with_the_keys_alone_read_by_axe_and_live_on_both_silos()
    {
        var own = await OwnMunicipality.AddAsync(platform, _platform, "gulen", Slug, "4621");
        var admin = await ComeAsync(platform.Cluster);
        var keys = new Keyboard(admin);
        await admin.OpenAsync($"/{Slug}/logg-inn?som=staff&til=/{Slug}/admin");
        await admin.PickAsync("Syntetisk Administrator Luster");
        await admin.SeesPageAsync("Oppsett for kommunen");
        foreach (var change in Changes)
        {
            await admin.OpenAsync($"/{Slug}/admin/{change.Path}");
            foreach (var (field, text) in change.Also.Prepend((change.Field, change.Text))) await WriteOverAsync(admin, keys, field, text);
            await keys.EnterAsync(admin.Button("Sjå kva som blir endra").First);
            await PublishAsync(admin, keys, change.Path);
            await Everywhere.SaysAsync(() => SeenAsync(own, change.Seen), page => page.Contains(change.Says, StringComparison.Ordinal));
        }

        // A form is built step by step, and then put in force.
        await admin.OpenAsync($"/{Slug}/admin/skjema/behov/tittel");
        await WriteOverAsync(admin, keys, "title-nn", "Søk med tastane");
        await keys.EnterAsync(admin.Button("Lagre i kopien min"));
        await PublishAsync(admin, keys, "skjema");
        await Everywhere.SaysAsync(() => SeenAsync(own, "/sok"), page => page.Contains("Søk med tastane", StringComparison.Ordinal));

        var reader = await ComeAsync(platform.Cluster, phone: true);
        await reader.OpenAsync($"/{Slug}");
        await reader.SeesAsync("Skrive med tastane.");
        Assert.Empty(await Axe.FindAsync(reader.Page, Axe.Everything));
    }

    // Tab selects what stands in a line, so that writing replaces it; in a longer text one begins at its start.
    private static async Task WriteOverAsync(Visitor admin, Keyboard keys, string field, string text)
    {
        await keys.GoToAsync(admin.Page.Locator($"main form:not(:has([name=verifiedAt][type=hidden])) [name={field}]").First);
        await admin.Page.Keyboard.TypeAsync(text);
    }

    private static async Task PublishAsync(Visitor admin, Keyboard keys, string what)
    {
        var publish = admin.Button("Publiser");
        await Expect(publish).ToBeVisibleAsync();
        Assert.All(await Axe.FindAsync(admin.Page, Axe.Everything), violation => Assert.Fail($"{what}: {violation.Rule}: {violation.Html}"));
        await keys.WriteAsync(admin.Page.Locator("[name=grunn]"), "Med tastane");
        await keys.EnterAsync(publish);
        await Expect(admin.Page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    private async Task<string> SeenAsync(OwnMunicipality own, string path) => path.StartsWith("/admin", StringComparison.Ordinal)
        ? WebUtility.HtmlDecode((await _platform.GetAsync(own.Admin, $"/{Slug}{path}")).Must(200).Body)
        : WebUtility.HtmlDecode((await _platform.SendAsync(null, HttpMethod.Get, $"/{Slug}{path}", adjust: request => request.Headers.Add("Accept-Language", "nn"))).Body);

    /// <summary>One change: where it is made, what is written in which field, and what then stands where.</summary>
    private sealed record Change(string Path, string Field, string Text, string Seen, string Says, params (string Field, string Text)[] Also);
}

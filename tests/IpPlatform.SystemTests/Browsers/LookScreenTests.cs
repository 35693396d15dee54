using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>An administrator changes the look with the keys alone, and somebody else sees it.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class LookScreenTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private static readonly string[] Themes = ["fjord", "skog", "lyng", "tegl", "skifer"];

    private readonly Platform _platform = new(platform.Cluster);

    [Fact]
    public async Task The_colours_that_an_administrator_chooses_with_the_keys_alone_meet_the_next_reader()
    {
        var own = await OwnMunicipality.AddAsync(platform, _platform, "gulen", "vaksdal", "4628");
        var reader = await ComeAsync(platform.Cluster);
        await reader.OpenAsync($"/{own.Slug}");
        var before = await ColourAsync(reader);

        var admin = await ComeAsync(platform.Cluster);
        var keys = new Keyboard(admin);
        await admin.OpenAsync($"/{own.Slug}/logg-inn?som=staff&til=/{own.Slug}/admin/utsjaande");
        await admin.PickAsync("Syntetisk Administrator Luster");
        await admin.SeesPageAsync("Utsjånad og språk");
        await keys.ChooseAsync(admin.Choices("Fargar"), "Skog (grøn)");
        await keys.EnterAsync(admin.Button("Sjå kva som blir endra"));
        await Expect(admin.Page.Locator("[data-preview] [data-theme=skog]")).ToBeVisibleAsync();
        await keys.WriteAsync(admin.Page.Locator("[name=grunn]"), "Grønt som dalen");
        await keys.EnterAsync(admin.Button("Publiser"));
        await Expect(admin.Page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
        await Eventually.BecomesAsync(
            async () =>
            {
                await reader.OpenAsync($"/{own.Slug}");
                return await ColourAsync(reader);
            },
            colour => colour != before, TimeSpan.FromSeconds(2), "the next page has the new colours");
        Assert.Equal("rgb(5, 114, 68)", await ColourAsync(reader));
    }

    [Fact]
    public async Task A_logo_that_is_chosen_with_the_keys_stands_beside_the_name_on_a_phone_in_the_dark_and_on_paper()
    {
        var own = await OwnMunicipality.AddAsync(platform, _platform, "gulen", "kvinnherad", "4617");
        var admin = await ComeAsync(platform.Cluster);
        var keys = new Keyboard(admin);
        await admin.OpenAsync($"/{own.Slug}/logg-inn?som=staff&til=/{own.Slug}/admin/utsjaande");
        await admin.PickAsync("Syntetisk Administrator Luster");
        await admin.SeesPageAsync("Utsjånad og språk");
        await admin.Page.GetByLabel("Fil med logo").SetInputFilesAsync(new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = Logos.Of(SKColors.DarkGreen, width: 2000, height: 300) });
        await keys.WriteAsync(admin.Page.Locator("[name=logo-alternative]"), "Kommunevåpenet, kvit bjelke");
        await keys.EnterAsync(admin.Button("Sjå kva som blir endra"));
        await Expect(admin.Page.Locator("[data-preview]").GetByRole(AriaRole.Img, new() { Name = "Kommunevåpenet, kvit bjelke" })).ToBeVisibleAsync();
        await keys.WriteAsync(admin.Page.Locator("[name=grunn]"), "Vår eigen");
        await keys.EnterAsync(admin.Button("Publiser"));
        await Expect(admin.Page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();

        var reader = await ComeAsync(platform.Cluster);
        await Eventually.BecomesAsync(() => own.PageAsync(), page => page.Contains("<img class=\"logo\"", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the logo is public");
        await reader.Page.SetViewportSizeAsync(390, 844);
        var logo = reader.Page.Locator(".home").GetByRole(AriaRole.Img, new() { Name = "Kommunevåpenet, kvit bjelke" });
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await reader.OpenAsync($"/{own.Slug}");
            await Expect(logo).ToBeVisibleAsync();
            Assert.Equal(512, await logo.EvaluateAsync<int>("picture => picture.naturalWidth"));
            Assert.Equal(390, await reader.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            Assert.Empty(await Axe.FindAsync(reader.Page, Axe.Everything));
        }

        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(logo).ToBeVisibleAsync();
        await Expect(reader.Page.Locator(".home")).ToContainTextAsync("Kvinnherad kommune");
        await Expect(reader.Page.Locator("header nav")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Every_theme_is_readable_in_light_and_in_dark()
    {
        var reader = await ComeAsync(platform.Cluster);
        var found = new List<string>();
        foreach (var path in new[] { "/luster", "/alver/sok" })
        {
            await reader.OpenAsync(path);
            foreach (var theme in Themes)
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await reader.Page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
                found.AddRange((await Axe.FindAsync(reader.Page, Axe.Colours)).Select(violation => $"{path}, {theme}, {scheme}: {violation.Rule}: {violation.Html}"));
            }
        }

        Assert.Empty(found);
    }

    private static Task<string> ColourAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main .ds-button')).backgroundColor");
}

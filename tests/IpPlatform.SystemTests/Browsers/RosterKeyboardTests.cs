using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>The administrator sets up who works in her municipality, without a pointer.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class RosterKeyboardTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private const string Slug = "sunnfjord";

    private readonly Platform _platform = new(platform.Cluster);

    [Fact]
    public async Task A_newcomer_gets_a_role_that_opens_her_desk_and_loses_it_again()
    {
        await OwnMunicipality.AddAsync(platform, _platform, "gulen", Slug, "4647");
        var admin = await ComeAsync(platform.Cluster);
        var keys = new Keyboard(admin);
        await admin.OpenAsync($"/{Slug}/logg-inn?som=staff&til=/{Slug}/admin");
        await admin.PickAsync("Syntetisk Administrator Luster");
        await keys.EnterAsync(admin.Link("Tilsette"));
        await admin.SeesPageAsync("Tilsette");
        Assert.Empty(await Axe.FindAsync(admin.Page, Axe.Everything));
        await keys.EnterAsync(admin.Button("Legg til"));
        await Expect(admin.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await keys.WriteAsync(admin.Page.Locator("#brukar"), "luster-coordinator-2");
        await keys.WriteAsync(admin.Page.Locator("#namn"), "Syntetisk Nytilsett");
        await keys.WriteAsync(admin.Page.Locator("#tittel"), "vernepleiar");
        await keys.EnterAsync(admin.Button("Legg til"));
        await admin.SeesPageAsync("Syntetisk Nytilsett");
        await admin.SeesAsync("Ingen rolle enno");

        await keys.GoToAsync(admin.Page.Locator("#rolle"));
        await admin.Page.Keyboard.TypeAsync("Koordinator");
        await keys.EnterAsync(admin.Button("Gi rolla"));
        var newcomer = await _platform.TokenOfStaffAsync("luster-coordinator-2");
        await Expect(admin.Button("Avslutt rolla: Koordinator")).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindAsync(admin.Page, Axe.Everything));
        await AnswersAsync(newcomer, 200);
        await keys.EnterAsync(admin.Button("Avslutt rolla: Koordinator"));
        await Expect(admin.Button("Avslutt rolla: Koordinator")).ToBeHiddenAsync();
        await AnswersAsync(newcomer, 404);
    }

    private Task<Answer> AnswersAsync(string token, int status) =>
        Eventually.BecomesAsync(() => _platform.GetAsync(token, $"/{Slug}/arbeid"), answer => answer.Status == status, TimeSpan.FromSeconds(5), $"the desk answers {status}");
}

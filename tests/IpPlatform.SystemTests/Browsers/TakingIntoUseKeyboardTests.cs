using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.SystemTests.Operations;
using IpPlatform.SystemTests.Tenants;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>Administrator and operator take a municipality into use without a pointer (S-21).</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class TakingIntoUseKeyboardTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private const string Slug = "kinn";
    private const string Turn = "Vri nøkkelen: ta i bruk";

    private readonly Platform _platform = new(platform.Cluster);

    [Fact]
    public async Task Both_keys_are_turned_with_the_keys_alone_and_both_silos_say_so()
    {
        var own = await OwnMunicipality.AddAsync(platform, _platform, "gulen", Slug, "4602");
        await ReadyForUse.MakeAsync(platform, _platform, own);
        var admin = await ComeAsync(platform.Cluster, phone: true);
        await admin.OpenAsync($"/{Slug}/logg-inn?som=staff&til=/{Slug}/admin/i-bruk");
        await admin.PickAsync("Syntetisk Administrator Luster");
        await admin.SeesAsync("Alt som må vere på plass, er på plass.");
        // What is missing has the focus at once, and the way to it is a link.
        var keys = new Keyboard(admin);
        await keys.EnterAsync(admin.Button(Turn));
        await Expect(admin.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await keys.EnterAsync(admin.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link));
        await TurnAsync(admin, keys);
        await admin.SeesAsync("No ventar de på driftaren.");

        var operators = await ComeAsync(platform.Cluster);
        await operators.OpenAsync($"/{Slug}/logg-inn?som=staff&til=/{Slug}");
        await operators.PickAsync("Syntetisk Driftsperson, alle kommunar");
        await operators.OpenAsync($"/drift/kommune/{Slug}");
        await TurnAsync(operators, new Keyboard(operators));
        await operators.SeesAsync("Kommunen har teke plattforma i bruk.");
        await Everywhere.SaysAsync(() => own.PageAsync(), page => !page.Contains("Prøveversjon", StringComparison.Ordinal));

        // The way back is begun, and thought better of.
        await admin.OpenAsync($"/{Slug}/admin/i-bruk");
        await keys.WriteAsync(admin.Field("Kvifor endrar du dette?"), "Prøve");
        await keys.EnterAsync(admin.Button("Vri nøkkelen: ta ut av bruk"));
        await keys.EnterAsync(admin.Button("Vri tilbake"));
        await Expect(admin.Button("Vri nøkkelen: ta ut av bruk")).ToBeVisibleAsync();
        Assert.DoesNotContain("Prøveversjon", await own.PageAsync(), StringComparison.Ordinal);
    }

    private static async Task TurnAsync(Visitor somebody, Keyboard keys)
    {
        Assert.Empty(await Axe.FindAsync(somebody.Page, Axe.Everything));
        foreach (var confirmation in await somebody.Page.Locator("[name=stadfesta]").AllAsync()) await keys.TickAsync(confirmation);
        await keys.EnterAsync(somebody.Button(Turn));
    }
}

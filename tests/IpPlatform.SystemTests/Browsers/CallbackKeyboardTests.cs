using IpPlatform.SystemTests.Callbacks;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>Asking to be rung on a phone, and the unit's list, without a pointer; the list shows who asks while it is open.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class CallbackKeyboardTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private const string Name = "Syntetisk Tasteringjar";

    [Fact]
    public async Task Whoever_has_keys_alone_asks_to_be_rung_and_the_open_list_shows_it()
    {
        var own = await OwnMunicipality.AddAsync(platform, new Http.Platform(platform.Cluster), "alver", "austrheim", "4632");
        await AskingToBeRung.CloseTodayAsync(own);
        var handler = await ComeAsync(platform.Cluster);
        await handler.OpenAsync($"/{own.Slug}/logg-inn?som=staff&til=/{own.Slug}/eining/ring");
        await handler.PickAsync("Syntetisk Saksbehandlar Luster");
        await handler.SeesPageAsync("Dei som vil bli ringde");
        await handler.SeesAsync("Ingen ventar på å bli ringt opp.");

        await AskAsync(await ComeAsync(platform.Cluster, phone: true), own.Slug);
        await Expect(handler.Page.GetByRole(AriaRole.Heading, new() { Name = Name })).ToBeVisibleAsync();
        var keys = new Keyboard(handler);
        await keys.EnterAsync(handler.Button($"Ikkje nådd, prøv igjen: {Name}"));
        await handler.SeesAsync("Ikkje nådd, forsøk: éin.");
        await keys.EnterAsync(handler.Button($"Ringt: {Name}"));
        await handler.SeesAsync("Ingen ventar på å bli ringt opp.");
        await keys.EnterAsync(handler.Fold("Vis dei som er ferdige"));
        await keys.EnterAsync(handler.Button($"Angre siste steg: {Name}"));
        await Expect(handler.Page.GetByRole(AriaRole.Heading, new() { Name = Name })).ToBeVisibleAsync();
    }

    private static async Task AskAsync(Visitor somebody, string slug)
    {
        var keys = new Keyboard(somebody);
        await somebody.OpenAsync($"/{slug}");
        await keys.EnterAsync(somebody.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).Filter(new() { HasText = "Be om å bli ringt opp" }));
        await somebody.SeesPageAsync("Be om å bli ringt opp");
        await keys.EnterAsync(somebody.Button("Be om å bli ringt opp"));
        // What is missing has the focus at once.
        await Expect(somebody.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await keys.WriteAsync(somebody.Field("Namn"), Name);
        await keys.WriteAsync(somebody.Field("Telefonnummer"), "99999003");
        await keys.ChooseAsync(somebody.Page.GetByRole(AriaRole.Radiogroup).First, "Når som helst kl. 10.00–12.00");
        await keys.ChooseAsync(somebody.Choices("Kva gjeld det?"), "Noko anna");
        await keys.EnterAsync(somebody.Button("Be om å bli ringt opp"));
        await somebody.SeesPageAsync("Du har bedt om å bli ringt opp");
        await somebody.SeesAsync("Om ingen ringjer");
        Assert.Empty(await Axe.FindAsync(somebody.Page, Axe.Everything));
    }
}

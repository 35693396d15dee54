using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Intake;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>A common application and what is passed on of it, without a pointer.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class CommonApplicationKeyboardTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private static readonly Municipality Alver = Municipality.Of("alver");

    [Fact]
    public async Task Whoever_has_keys_alone_applies_for_several_services_and_passes_them_on()
    {
        var own = await CommonMunicipality.AddAsync(platform, new Platform(platform.Cluster), "ulvik", "4620");
        var citizen = await ComeAsync(platform.Cluster, phone: true);
        var keys = new Keyboard(citizen);
        await citizen.OpenAsync($"/{own.Slug}/sok");
        await citizen.SeesPageAsync(Alver.FormTitle);
        foreach (var (question, answer, chosen) in FormOnScreen.Answers(Alver, Platform.NewNationalId(), "Syntetisk Fleire Tenester", Cast.Need))
        {
            // The unit's own services need not be asked for here.
            var set = chosen && answer == "Koordinator" ? citizen.Choices("Kva anna søkjer du om? (valfritt)") : chosen ? citizen.Choices(question) : null;
            if (set is null) await keys.WriteAsync(citizen.Field(question), answer);
            else if (answer == "Koordinator") await keys.TickAsync(citizen.Field("Heimehjelp", set));
            else if (await set.GetByRole(AriaRole.Checkbox).CountAsync() > 0) await keys.TickAsync(citizen.Field(answer, set));
            else await keys.ChooseAsync(set, answer);
        }

        await keys.EnterAsync(citizen.Button("Send"));
        await citizen.SeesPageAsync("Takk. Vi har fått meldinga.");
        await citizen.SeesAsync("blir ikkje avgjort her");
        var number = await citizen.Page.GetByRole(AriaRole.Strong).First.InnerTextAsync();
        await citizen.SeesAsync("Kven svarar på kva?");

        var handler = await ComeAsync(platform.Cluster);
        await handler.OpenAsync($"/{own.Slug}/logg-inn?som=staff&til=/{own.Slug}/eining");
        await handler.PickAsync("Syntetisk Saksbehandlar Luster");
        await handler.SeesPageAsync("Eininga");
        await handler.SeesAsync("Ikkje sendt vidare: éin");
        keys = new Keyboard(handler);
        await keys.EnterAsync(handler.Link(number));
        await keys.EnterAsync(handler.Button("Er sendt vidare: Heimehjelp"));
        await Expect(handler.Page.Locator("#vidare-heimehjelp")).ToContainTextAsync("til Heimetenesta.");
        await handler.SeesAsync("Alt er sendt vidare");
        Assert.Empty(await Axe.FindAsync(handler.Page, Axe.Everything));
        await keys.EnterAsync(handler.Link("Skriv ut søknaden til dei som svarar"));
        await handler.SeesPageAsync("Søknad som er send vidare");
        await handler.SeesAsync(Cast.Need);
        Assert.Empty(await Axe.FindAsync(handler.Page, Axe.Everything));
    }
}

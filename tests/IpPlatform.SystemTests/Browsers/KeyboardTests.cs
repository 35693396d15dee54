using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>The citizen's part of the story and the case handler's decision, without a pointer.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class KeyboardTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private const string Name = "Syntetisk Tastatur";

    private static readonly Municipality Hoyanger = Municipality.Of("hoyanger") with { Resident = "Syntetisk Havbris, vaksen, Gulen" };

    [Fact]
    public async Task Citizen_and_case_handler_get_everything_done_with_the_keys_alone()
    {
        var number = await ReportAsync(await ComeAsync(platform.Cluster));
        await DecideAsync(await ComeAsync(platform.Cluster), number);
    }

    private static async Task<string> ReportAsync(Visitor citizen)
    {
        var keys = new Keyboard(citizen);
        await citizen.OpenAsync("/hoyanger");
        await citizen.Page.Keyboard.PressAsync("Tab");
        var skip = citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Hopp til innhaldet" });
        Assert.True(await Keyboard.IsAtAsync(skip), "The first stop is past the menu.");
        await citizen.Page.Keyboard.PressAsync("Enter");
        Assert.True(await Keyboard.IsAtAsync(citizen.Page.GetByRole(AriaRole.Main)));

        await keys.EnterAsync(citizen.Link("Meld behov"));
        await citizen.SeesPageAsync(Hoyanger.FormTitle);
        await keys.EnterAsync(citizen.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Logg inn først" }));
        await PickAsync(citizen, Hoyanger.Resident);
        await citizen.SeesPageAsync(Hoyanger.FormTitle);
        foreach (var (question, answer, chosen) in FormOnScreen.Answers(Hoyanger, null, Name, Cast.Need))
        {
            if (!chosen) await keys.WriteAsync(citizen.Field(question), answer);
            else if (await citizen.Choices(question).GetByRole(AriaRole.Checkbox).CountAsync() > 0) await keys.TickAsync(citizen.Field(answer, citizen.Choices(question)));
            else await keys.ChooseAsync(citizen.Choices(question), answer);
        }

        await keys.EnterAsync(citizen.Button("Send"));
        var number = await Cast.HasReceiptAsync(citizen);
        await keys.EnterAsync(citizen.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Mi side" }));
        await citizen.SeesPageAsync("Mi side");
        await PlanAsync(citizen, keys);
        return number;
    }

    private static async Task PlanAsync(Visitor citizen, Keyboard keys)
    {
        const string goal = "Bu for meg sjølv";
        await keys.EnterAsync(citizen.Link("Gå til planen min"));
        await keys.TickAsync(citizen.Page.GetByRole(AriaRole.Checkbox));
        await keys.EnterAsync(citizen.Button("Start planen"));
        await citizen.SeesAsync("Her står det som betyr mest for deg");
        await keys.EnterAsync(citizen.Fold("Skriv"));
        await keys.WriteAsync(citizen.Page.GetByRole(AriaRole.Textbox, new() { Name = "Kva er viktig for meg" }), "At nokon ringjer tilbake");
        await keys.EnterAsync(citizen.Button("Lagre endringa"));
        await Expect(citizen.Page.Locator("#viktig-tekst")).ToHaveTextAsync("At nokon ringjer tilbake");
        await keys.WriteAsync(citizen.Field("Kva vil du?"), goal);
        await keys.EnterAsync(citizen.Button("Legg til"));
        await Expect(Cast.Goal(citizen, goal)).ToBeVisibleAsync();

        await keys.EnterAsync(citizen.Fold("Legg til eit tiltak", Cast.Goal(citizen, goal)));
        var form = Cast.Goal(citizen, goal).Locator("details[open]");
        await keys.WriteAsync(citizen.Field("Kva skal gjerast?", form), "Ringje burettslaget");
        await keys.ChooseAsync(form, "Koordinatoren");
        // The same day however the browser orders day and month.
        await keys.WriteAsync(citizen.Field("Når skal det vere gjort?", form), "01012030");
        await keys.EnterAsync(citizen.Button("Legg til eit tiltak", form));
        await Expect(Cast.Measure(citizen, "Ringje burettslaget")).ToContainTextAsync("januar 2030");
    }

    private static async Task DecideAsync(Visitor handler, string number)
    {
        var keys = new Keyboard(handler);
        await handler.OpenAsync("/hoyanger/logg-inn?som=staff");
        await PickAsync(handler, Hoyanger.Handler);
        await handler.SeesPageAsync("Eininga");
        await keys.EnterAsync(handler.Link(number));
        await handler.SeesPageAsync($"Sak {number}: {Name}");
        await keys.EnterAsync(handler.Button("Ta saka"));
        await handler.SeesAsync("Saka blir vurdert");
        var criterion = handler.Choices("Koordinator: Behovet varer ei stund");
        await keys.ChooseAsync(criterion, "Oppfylt");
        await keys.EnterAsync(handler.Button("Lagre endringa", criterion.Locator("xpath=ancestor::form")));
        await Expect(criterion.Locator("input[checked]")).ToHaveValueAsync("Met");

        await keys.ChooseAsync(handler.Choices("Koordinator"), "Ja");
        await keys.EnterAsync(handler.Button("Avgjer og send brevet"));
        // What is missing has the focus at once, and leads to where it is mended.
        await Expect(handler.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await keys.EnterAsync(handler.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link));
        await keys.WriteAsync(handler.Field("Grunngiving"), "Du treng det. Derfor får du ein koordinator.");
        await keys.EnterAsync(handler.Button("Avgjer og send brevet"));
        await Cast.ReadsTheLetterAsync(handler);
    }

    private static async Task PickAsync(Visitor visitor, string person)
    {
        var keys = new Keyboard(visitor);
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Prøveinnlogging");
        await keys.ChooseAsync(visitor.Page.GetByRole(AriaRole.Group), person);
        await keys.EnterAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Logg inn" }));
    }
}

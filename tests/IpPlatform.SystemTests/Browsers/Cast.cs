using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>What the people of the story do at their screens, one thing each.</summary>
internal static class Cast
{
    public const string Need = "Eg har mange tenester og treng éin å snakke med";
    public const string Reasons = "Du treng tenester som må samordnast.\n\nDerfor får du ein koordinator.";

    /// <summary>From the municipality's page to the form, signed in on the way.</summary>
    public static async Task FindsTheFormAsync(Visitor citizen, Municipality municipality)
    {
        await citizen.OpenAsync($"/{municipality.Slug}");
        await citizen.SeesPageAsync(municipality.Heading);
        await citizen.Link(municipality.Ask).ClickAsync();
        await citizen.SeesPageAsync(municipality.FormTitle);
        await citizen.Page.GetByText("Logg inn først").ClickAsync();
        await citizen.PickAsync(municipality.Resident);
        await citizen.SeesPageAsync(municipality.FormTitle);
    }

    /// <summary>Fills in the form and sends it; answers the number on the receipt.</summary>
    public static async Task<string> ReportsAsync(Visitor citizen, Municipality municipality, string name, string? nationalId = null)
    {
        await FormOnScreen.FillAsync(citizen, municipality, nationalId, name, Need);
        await citizen.Button("Send").ClickAsync();
        return await HasReceiptAsync(citizen);
    }

    /// <summary>The receipt gives a number and a date, and repeats nothing of what was written.</summary>
    public static async Task<string> HasReceiptAsync(Visitor citizen)
    {
        await citizen.SeesPageAsync("Takk. Vi har fått meldinga.");
        await citizen.SeesAsync("Du får svar innan");
        await Expect(citizen.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(Need);
        var number = await citizen.Page.GetByRole(AriaRole.Strong).First.InnerTextAsync();
        Assert.Matches(@"^\d{4}-\d+$", number);
        return number;
    }

    public static async Task SignsInAsStaffAsync(Visitor staff, Municipality municipality, string name)
    {
        await staff.OpenAsync($"/{municipality.Slug}/logg-inn?som=staff");
        await staff.PickAsync(name);
    }

    /// <summary>Finds the case in the queue, opens it and takes it.</summary>
    public static async Task TakesAsync(Visitor handler, string number, string name)
    {
        await handler.SeesPageAsync("Eininga");
        await handler.Link(number).ClickAsync();
        await handler.SeesPageAsync($"Sak {number}: {name}");
        await handler.SeesAsync(Need);
        await handler.Button("Ta saka").ClickAsync();
        await handler.SeesAsync("Saka blir vurdert");
    }

    /// <summary>Says that a criterion is met.</summary>
    public static async Task FindsMetAsync(Visitor handler, string criterion)
    {
        var question = handler.Choices(criterion);
        await handler.Field("Oppfylt", question).CheckAsync();
        await handler.TurnsPageAsync(() => handler.Button("Lagre endringa", question.Locator("xpath=ancestor::form")).ClickAsync());
        await Expect(handler.Field("Oppfylt", question)).ToBeCheckedAsync();
    }

    public static async Task DecidesAsync(Visitor handler)
    {
        await handler.Field("Ja", handler.Choices("Koordinator")).CheckAsync();
        await handler.Field("Grunngiving").FillAsync(Reasons);
        await handler.Button("Avgjer og send brevet").ClickAsync();
        await ReadsTheLetterAsync(handler);
    }

    public static async Task ReadsTheLetterAsync(Visitor reader)
    {
        await reader.SeesAsync("Derfor får du ein koordinator.");
        await reader.SeesAsync("Koordinator: Ja");
        await reader.SeesAsync("Du kan klage innan");
    }

    /// <summary>Asks a coordinator, once the decision has reached the person's coordination.</summary>
    public static async Task AsksACoordinatorAsync(Visitor handler, Municipality municipality, string name)
    {
        await handler.Link("Peik ut koordinator").ClickAsync();
        await handler.SeesPageAsync($"Peik ut koordinator for {name}");
        await handler.Field("Kven skal spørjast?").SelectOptionAsync(new SelectOptionValue { Label = await OptionOfAsync(handler, municipality.Coordinator) });
        await handler.Field("Koordinatoren yter alt tenester til personen").CheckAsync();
        await handler.Button("Spør koordinatoren").ClickAsync();
        await handler.SeesAsync($"{municipality.Coordinator} er spurd og har ikkje svart enno.");
    }

    public static async Task AcceptsAsync(Visitor coordinator, string name)
    {
        await coordinator.SeesPageAsync("Menneska dine");
        var offer = coordinator.Page.GetByRole(AriaRole.Region, new() { Name = "Førespurnad" }).Filter(new() { HasText = name });
        await coordinator.Button("Ja, eg tek på meg oppgåva", offer).ClickAsync();
        await coordinator.SeesPageAsync(name);
    }

    public static async Task SaysWhatHappensNextAsync(Visitor coordinator)
    {
        await coordinator.Field("Kva skjer?").FillAsync("Vi møtest på Helsetunet");
        await coordinator.Field("Kven gjer det?").FillAsync("Koordinatoren");
        await coordinator.Field("Når skal det vere gjort?").FillAsync("2030-01-15");
        await coordinator.Button("Lagre endringa").ClickAsync();
        await coordinator.SeesAsync("Vi møtest på Helsetunet");
    }

    public static async Task ConsentsToAPlanAsync(Visitor citizen)
    {
        await citizen.Link("Gå til planen min").ClickAsync();
        await citizen.SeesPageAsync("Planen din");
        await citizen.SeesAsync("Det finst ingen plan enno.");
        await citizen.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await citizen.Button("Start planen").ClickAsync();
        await citizen.SeesAsync("Her står det som betyr mest for deg");
    }

    public static async Task WritesWhatMattersAsync(Visitor citizen, string text)
    {
        await citizen.Fold("Skriv").ClickAsync();
        await citizen.Page.GetByRole(AriaRole.Textbox, new() { Name = "Kva er viktig for meg" }).FillAsync(text);
        await citizen.Button("Lagre endringa").ClickAsync();
        await citizen.SeesAsync(text);
    }

    public static async Task AddsAGoalAsync(Visitor citizen, string text)
    {
        await citizen.Field("Kva vil du?").FillAsync(text);
        await citizen.Button("Legg til").ClickAsync();
        await Expect(Goal(citizen, text)).ToContainTextAsync("Avtalt");
    }

    public static async Task AddsAMeasureAsync(Visitor visitor, string goal, string text, string responsible)
    {
        var card = Goal(visitor, goal);
        await visitor.Fold("Legg til eit tiltak", card).ClickAsync();
        var form = card.Locator("details[open]");
        await visitor.Field("Kva skal gjerast?", form).FillAsync(text);
        await visitor.Field(responsible, form).CheckAsync();
        await visitor.Field("Når skal det vere gjort?", form).FillAsync("2030-02-01");
        await visitor.Button("Legg til eit tiltak", form).ClickAsync();
        await Expect(Measure(visitor, text)).ToBeVisibleAsync();
    }

    public static ILocator Goal(Visitor visitor, string text) =>
        visitor.Page.GetByRole(AriaRole.Listitem).Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = text, Level = 3 }) });

    public static ILocator Measure(Visitor visitor, string text) => visitor.Page.Locator(".measures").GetByRole(AriaRole.Listitem).Filter(new() { HasText = text });

    private static async Task<string> OptionOfAsync(Visitor handler, string name) =>
        (await handler.Field("Kven skal spørjast?").GetByRole(AriaRole.Option).AllInnerTextsAsync()).Single(option => option.StartsWith($"{name} (", StringComparison.Ordinal));
}

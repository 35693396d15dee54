using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>What somebody has typed and not sent is there again: after a look at something else, after a session that ended, on another screen.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class KeptWordsTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private const string Begun = "Du treng fleire tenester";
    private const string Restored = "Det du skreiv sist, er henta fram.";
    private const string WhatMatters = "Kva er viktig for meg";

    private static readonly string[] Services = ["coordinator"];

    private readonly Platform _platform = new(platform.Cluster);

    [Fact]
    public async Task A_handler_who_is_signed_out_while_she_writes_loses_no_word()
    {
        var page = $"/luster/eining/sak/{await ReportedAsync()}";
        var handler = await SignedInHandlerAsync();
        await handler.OpenAsync(page);
        await handler.Field("Grunngiving").PressSequentiallyAsync(Begun);
        await IsSavedAsync(handler);

        await handler.OpenAsync("/luster/eining");
        await handler.OpenAsync(page);
        await handler.SeesAsync(Restored);
        await Expect(handler.Field("Grunngiving")).ToHaveValueAsync(Begun);

        await handler.Page.Context.ClearCookiesAsync(new() { NameRegex = new("ip-session") });
        await handler.Field("Ja", handler.Choices("Koordinator")).CheckAsync();
        await handler.Field("Grunngiving").PressSequentiallyAsync(" som må samordnast.");
        await handler.SeesAsync("Du er logga ut.");
        await handler.Button("Avgjer og send brevet").ClickAsync();
        await Expect(handler.Link("Logg inn i ny fane")).ToBeFocusedAsync();

        var elsewhere = await handler.Page.Context.RunAndWaitForPageAsync(() => handler.Link("Logg inn i ny fane").ClickAsync());
        var tab = new Visitor(elsewhere, handler.Home, platform.Cluster.Identity.Url);
        await tab.PickAsync("Syntetisk Saksbehandlar Luster");
        await tab.SeesAsync(Restored);
        await handler.Button("Avgjer og send brevet").ClickAsync();
        await handler.SeesAsync("Koordinator: Ja");
        await handler.SeesAsync($"{Begun} som må samordnast.");
        await handler.OpenAsync(page);
        await Expect(handler.Page.GetByText(Restored)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_begun_can_be_thrown_away_and_does_not_come_back()
    {
        var page = $"/luster/eining/sak/{await ReportedAsync()}";
        var handler = await SignedInHandlerAsync();
        await handler.OpenAsync(page);
        await handler.Field("Grunngiving").PressSequentiallyAsync(Begun);
        await IsSavedAsync(handler);
        await handler.OpenAsync(page);
        await handler.Button("Forkast det").ClickAsync();
        await Expect(handler.Field("Grunngiving")).ToHaveValueAsync("");
        await IsSavedAsync(handler);
        await handler.OpenAsync(page);
        await Expect(handler.Page.GetByText(Restored)).ToHaveCountAsync(0);
    }

    /// <summary>What was begun over an older text does not overwrite the newer one.</summary>
    [Fact]
    public async Task Words_begun_before_another_wrote_meet_the_others_and_the_owner_chooses()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var screen = await ComeAsync(platform.Cluster);
        await screen.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = $"Bearer {owner.Token}" });
        await screen.OpenAsync("/luster/mi-side/plan");
        await screen.Fold("Skriv").ClickAsync();
        await screen.Page.GetByRole(AriaRole.Textbox, new() { Name = WhatMatters }).PressSequentiallyAsync("Å bu heime.");
        await IsSavedAsync(screen);

        await screen.OpenAsync("/luster/mi-side");
        (await _platform.SendAsync(owner.Token, HttpMethod.Put, $"{owner.Plan}/what-matters", new { text = "Å få fred.", seenVersion = 1 })).Must(200);
        await screen.OpenAsync("/luster/mi-side/plan");
        await screen.SeesAsync(Restored);
        await Expect(screen.Page.GetByRole(AriaRole.Textbox, new() { Name = WhatMatters })).ToHaveValueAsync("Å bu heime.");
        await screen.Button("Lagre endringa").First.ClickAsync();
        await screen.SeesAsync("Å bu heime.");
        await screen.SeesAsync("Å få fred.");
        await screen.Link("La det som står no, bli ståande").ClickAsync();
        await Expect(screen.Page).Not.ToHaveTitleAsync(new Regex("^Feil: "));
        await screen.SeesPageAsync("Planen din");
        await Expect(screen.Page.GetByText(Restored)).ToHaveCountAsync(0);
        Assert.Equal("Å få fred.", (await _platform.GetAsync(owner.Token, owner.Plan)).Must(200).Json["whatMatters"]!["text"]!.GetValue<string>());
    }

    private async Task<Visitor> SignedInHandlerAsync()
    {
        var handler = await ComeAsync(platform.Cluster);
        await Cast.SignsInAsStaffAsync(handler, Municipality.Of("luster"), "Syntetisk Saksbehandlar Luster");
        await handler.SeesPageAsync("Eininga");
        return handler;
    }

    private async Task<Guid> ReportedAsync()
    {
        var nationalId = Platform.NewNationalId();
        var token = await _platform.TokenOfCitizenAsync(nationalId);
        (await _platform.PostAsync(token, "/luster/api/reports", new { reporterRole = "self", services = Services, need = "Mange tenester.", nationalId, personName = "Syntetisk Ordrik" })).Must(200);
        return Assert.Single(JsonNode.Parse((await _platform.GetAsync(token, "/luster/api/me/cases")).Must(200).Body)!.AsArray())!["caseId"]!.GetValue<Guid>();
    }

    private static async Task IsSavedAsync(Visitor visitor) => await Expect(visitor.Page.GetByText("Lagra", new() { Exact = true })).ToBeVisibleAsync();
}

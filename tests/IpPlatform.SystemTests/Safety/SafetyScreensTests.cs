using IpPlatform.SystemTests.Browsers;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Safety;

/// <summary>S-01, S-07, S-10 at people's screens: the handler's pages on a phone, and an adult's own page.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class SafetyScreensTests(PlatformFixture fixture, Chromium chromium) : ScreenTests(chromium)
{
    private const string Slug = "alver";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task A_handler_registers_adults_sees_that_they_disagree_and_settles_it_on_a_phone()
    {
        var home = await Household.OfAsync(_platform, Slug, "Syntetisk Delt");
        var handler = await ComeAsync(home.Handler, phone: true);
        await handler.OpenAsync($"{home.UnitPage}/vaksne");
        await handler.SeesPageAsync("Vaksne rundt Syntetisk Delt");
        await handler.SeesAsync("Ingen er registrerte som kan samtykkje for barnet.");
        foreach (var name in (string[])["Syntetisk Mona", "Syntetisk Per"])
        {
            await handler.Field("Namn").FillAsync(name);
            await handler.Field("Fødselsnummer").FillAsync(Platform.NewNationalId());
            await handler.Field("Grunnlag").SelectOptionAsync("Foreldreansvar saman med ein annan");
            await handler.Field("Korleis veit de det?").SelectOptionAsync("Slått opp i Folkeregisteret");
            await handler.Field("Første dag").FillAsync("2020-01-01");
            await handler.Button("Registrer").ClickAsync();
            await Expect(handler.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = name, Level = 3 })).ToBeVisibleAsync();
        }

        foreach (var (name, answer) in new[] { ("Syntetisk Mona", "Sa ja"), ("Syntetisk Per", "Sa nei") })
        {
            await handler.Fold($"Registrer svaret til {name}").ClickAsync();
            await handler.Page.Locator("details[open]").Filter(new() { HasText = name }).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = answer }).ClickAsync();
            await Expect(handler.Page.GetByRole(Microsoft.Playwright.AriaRole.Listitem).Filter(new() { HasText = name }).First).ToContainTextAsync(answer.ToLowerInvariant());
        }

        await handler.SeesAsync("Usemje");
        await handler.Page.GetByLabel("Det trengst for at barnet ikkje skal ta skade").CheckAsync();
        await handler.Field("Grunngiving").FillAsync("Skulen er uroleg for kvardagen");
        await handler.Page.GetByLabel("Dei andre som skal samtykkje, har fått seie si meining").CheckAsync();
        await handler.Button("Avgjer").ClickAsync();
        await handler.SeesAsync("Det er avgjort at det er nok at éin har sagt ja.");
        (await home.OpenPlanAsync()).Must(200);
    }

    [Fact]
    public async Task An_adult_answers_for_herself_and_takes_it_back_on_her_own_page()
    {
        var home = await Household.OfAsync(_platform, Slug, "Syntetisk Spent");
        var mona = await home.AdultAsync("soleResponsibility", reads: true);
        var adult = await ComeAsync(mona.Token, phone: true);
        await adult.OpenAsync($"/{Slug}/mi-side");
        await adult.Link("Syntetisk Spent").ClickAsync();
        await adult.SeesPageAsync("Syntetisk Spent");
        await adult.Button("Ja, eg seier ja til plan").ClickAsync();
        await adult.SeesAsync("Du sa ja");
        (await home.OpenPlanAsync()).Must(200);
        await adult.Link("Sjå planen").ClickAsync();
        await adult.SeesPageAsync("Planen til Syntetisk Spent");
        await adult.Link("Tilbake").ClickAsync();
        await adult.Button("Trekk ja-et tilbake").ClickAsync();
        await adult.SeesAsync("Du sa nei");
    }

    [Fact]
    public async Task The_leader_bars_an_employee_and_the_handler_protects_the_person()
    {
        var home = await Household.OfAsync(_platform, Slug, "Syntetisk Nabobarn");
        var staff = await home.StaffIdAsync(home.Coordinator);
        var leader = await _platform.TokenOfStaffAsync($"{Slug}-leader");
        (await _platform.PostAsync(leader, $"/{Slug}/api/unit/staff", new { staff, name = "Syntetisk Koordinator 3", title = "koordinator" })).Must(200);
        var screen = await ComeAsync(leader);
        await screen.OpenAsync($"{home.UnitPage}/vern");
        await screen.SeesPageAsync("Vern av Syntetisk Nabobarn");
        await Expect(screen.Fold("Endre vernet")).ToHaveCountAsync(0);
        await screen.Field("Kven?").SelectOptionAsync("Syntetisk Koordinator 3, koordinator");
        await screen.Page.GetByLabel("Nabo").CheckAsync();
        await screen.Button("Sperr").ClickAsync();
        await screen.SeesAsync("Nabo, ");
        Assert.Equal(404, (await _platform.GetAsync(home.Coordinator, $"/{Slug}/arbeid/{home.Child.Id}")).Status);

        var handler = await ComeAsync(home.Handler);
        await handler.OpenAsync($"{home.UnitPage}/vern");
        await handler.Page.Locator("details").Filter(new() { HasText = "Endre vernet" }).EvaluateAsync("fold => fold.open = true");
        await handler.Page.GetByLabel("Fortruleg (kode 7)").CheckAsync();
        await handler.Page.GetByRole(Microsoft.Playwright.AriaRole.Textbox, new() { Name = "Kvifor?", Exact = true }).FillAsync("Sett i Folkeregisteret");
        await handler.Button("Lagre endringa").ClickAsync();
        await handler.SeesAsync("Verna adresse");
        await screen.OpenAsync($"{home.UnitPage}/vern");
        await screen.SeesPageAsync("Vern av Verna person");
    }

    private async Task<Visitor> ComeAsync(string token, bool phone = false)
    {
        var visitor = await ComeAsync(fixture.Cluster, phone);
        await visitor.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" });
        return visitor;
    }
}

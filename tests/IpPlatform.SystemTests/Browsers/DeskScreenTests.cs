using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Desks;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>A coordinator and a case handler at their screens: lists that follow by themselves, and from one person to the next with a key.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class DeskScreenTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private const string Slug = "alver";
    private const string Coordinator = $"{Slug}-coordinator-4";
    private const float WithinASecond = 1000;

    private readonly Platform _platform = new(platform.Cluster);

    private DeskPeople People => new(_platform, Slug);

    private static DateOnly Today => Norway.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task The_desk_says_within_a_second_what_has_changed_with_a_mark_and_one_polite_word()
    {
        var citizen = await People.CoordinatedAsync("Syntetisk Skjermsynleg", Coordinator);
        await People.NextAsync(citizen, Coordinator, Today.AddDays(90));
        var coordinator = await SitsDownAsync(Coordinator);
        await coordinator.OpenAsync($"/{Slug}/arbeid/{citizen.Id}");
        await FollowsAsync(coordinator, "/arbeid");
        var line = coordinator.Page.Locator($"#alle-{citizen.Id}");
        await Expect(line).Not.ToContainTextAsync("Nytt");

        (await _platform.PostAsync(citizen.Token, $"{citizen.Plan}/goals", new { text = "Bu heime" })).Must(200);
        await Expect(line).ToContainTextAsync("Eigaren har lagt til eit mål, i dag", new() { Timeout = WithinASecond });
        await Expect(line).ToHaveClassAsync("changed");
        await Expect(coordinator.Page.Locator("#status")).ToHaveTextAsync("Noko på lista er endra.");
    }

    [Fact]
    public async Task A_report_stands_in_the_open_queue_within_a_second_and_what_is_in_use_is_not_touched()
    {
        var handler = await SitsDownAsync($"{Slug}-handler");
        await FollowsAsync(handler, "/eining");
        await handler.Fold("Snarvegar").ClickAsync();
        var receipt = (await _platform.SendAsync(null, HttpMethod.Post, $"/{Slug}/api/reports", new { reporterRole = "self", services = new[] { "coordinator" }, need = "Mange tenester.", nationalId = Platform.NewNationalId() })).Must(200).Json;
        await Expect(handler.Link(receipt["number"]!.GetValue<string>())).ToBeVisibleAsync(new() { Timeout = WithinASecond });
        await Expect(handler.Page.Locator("#snarvegar[open]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task She_goes_from_one_to_the_next_with_a_key_helps_her_and_goes_on_where_she_was()
    {
        var (first, second) = (await People.CoordinatedAsync("Syntetisk Aaaførst", Coordinator), await People.CoordinatedAsync("Syntetisk Aaanest", Coordinator));
        await People.NextAsync(first, Coordinator, Today);
        await People.NextAsync(second, Coordinator, Today);
        var coordinator = await SitsDownAsync(Coordinator);
        await coordinator.OpenAsync($"/{Slug}/arbeid/{first.Id}");
        await coordinator.SeesPageAsync("Syntetisk Aaaførst");
        await coordinator.Fold("Skriv neste steg").ClickAsync();
        await coordinator.Field("Kva skjer?").FillAsync("j er ein bokstav her");
        await Expect(coordinator.Page.GetByText("Lagra", new() { Exact = true })).ToBeVisibleAsync();
        await coordinator.Page.Locator("h1").ClickAsync();

        await coordinator.Page.Keyboard.PressAsync("j");
        await coordinator.SeesPageAsync("Syntetisk Aaanest");
        await coordinator.Page.Keyboard.PressAsync("k");
        await coordinator.SeesPageAsync("Syntetisk Aaaførst");
        await Expect(coordinator.Field("Kva skjer?")).ToHaveValueAsync("j er ein bokstav her");
        await coordinator.Field("Kven gjer det?").FillAsync("Koordinatoren");
        await coordinator.Field("Når skal det vere gjort?").FillAsync($"{Today.AddDays(200):yyyy-MM-dd}");
        await coordinator.Button("Lagre endringa").ClickAsync();
        await Expect(coordinator.Page.GetByText("j er ein bokstav her").First).ToBeVisibleAsync();
        await Expect(coordinator.Page.Locator("a[rel=next]")).ToContainTextAsync("Syntetisk Aaanest");
    }

    [Fact]
    public async Task The_keys_are_told_and_can_be_switched_off()
    {
        var citizen = await People.CoordinatedAsync("Syntetisk Tastesynleg", Coordinator);
        var coordinator = await SitsDownAsync(Coordinator);
        await coordinator.OpenAsync($"/{Slug}/arbeid");
        await coordinator.Page.Keyboard.PressAsync("j");
        Assert.NotNull(await coordinator.Page.EvaluateAsync<string?>("document.activeElement.getAttribute('data-step')"));
        await coordinator.Page.Keyboard.PressAsync("?");
        await Expect(coordinator.Fold("Snarvegar")).ToBeFocusedAsync();
        await coordinator.Link("Slå av snarvegane").ClickAsync();
        await coordinator.SeesPageAsync("Menneska dine");
        await coordinator.Page.Keyboard.PressAsync("j");
        Assert.Null(await coordinator.Page.EvaluateAsync<string?>("document.activeElement.getAttribute('data-step')"));
        Assert.NotEqual(Guid.Empty, citizen.Id);
    }

    private async Task<Visitor> SitsDownAsync(string employee)
    {
        var visitor = await ComeAsync(platform.Cluster);
        await visitor.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = $"Bearer {await _platform.TokenOfStaffAsync(employee)}" });
        return visitor;
    }

    /// <summary>Opens a list and waits until it is told of changes.</summary>
    private static async Task FollowsAsync(Visitor visitor, string list) =>
        await visitor.Page.RunAndWaitForResponseAsync(() => visitor.OpenAsync($"/{Slug}{list}"), response => response.Url.EndsWith("/live", StringComparison.Ordinal));
}

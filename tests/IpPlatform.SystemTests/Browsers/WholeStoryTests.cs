using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>The whole way at the screens of the three people who go it, in each municipality; in two of them on phones.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class WholeStoryTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private const string Matters = "At nokon ringjer tilbake";
    private const string Goal = "Bu for meg sjølv";
    private const float WithinASecond = 1000;

    private readonly Platform _platform = new(platform.Cluster);

    [Theory]
    [InlineData("luster", false)]
    [InlineData("gulen", true)]
    [InlineData("hoyanger", false)]
    [InlineData("alver", true)]
    public async Task A_resident_asks_is_answered_gets_a_coordinator_and_makes_a_plan_with_her(string slug, bool phone)
    {
        var municipality = Municipality.Of(slug);
        var name = $"Syntetisk Storyperson {municipality.Name}";
        await DescribeCoordinatorAsync(municipality);
        var (citizen, handler, coordinator) = (await ComeAsync(platform.Cluster, phone), await ComeAsync(platform.Cluster, phone), await ComeAsync(platform.Cluster, phone));

        await Cast.FindsTheFormAsync(citizen, municipality);
        var number = await Cast.ReportsAsync(citizen, municipality, name);
        await Cast.SignsInAsStaffAsync(handler, municipality, municipality.Handler);
        await Cast.TakesAsync(handler, number, name);
        await Cast.FindsMetAsync(handler, "Koordinator: Behovet varer ei stund (langvarig, ikkje nødvendigvis varig)");
        await Cast.FindsMetAsync(handler, "Koordinator: Det trengst to eller fleire tenester som må samordnast");
        await Cast.DecidesAsync(handler);

        await citizen.OpenAsync($"/{slug}/mi-side");
        await citizen.SeesPageAsync("Mi side");
        await citizen.Link($"Sak {number}").ClickAsync();
        await citizen.SeesPageAsync($"Sak {number}");
        await Cast.ReadsTheLetterAsync(citizen);

        await Cast.AsksACoordinatorAsync(handler, municipality, name);
        await Cast.SignsInAsStaffAsync(coordinator, municipality, municipality.Coordinator);
        await Cast.AcceptsAsync(coordinator, name);
        await Cast.SaysWhatHappensNextAsync(coordinator);

        await citizen.Link("Mi side").ClickAsync();
        await citizen.SeesPageAsync("Mi side");
        await citizen.SeesAsync("Vi møtest på Helsetunet");
        await citizen.SeesAsync(municipality.Coordinator);
        await Expect(citizen.Link("99 99 90 03")).ToHaveAttributeAsync("href", "tel:+4799999003");

        await Cast.ConsentsToAPlanAsync(citizen);
        await Cast.WritesWhatMattersAsync(citizen, Matters);
        await Cast.AddsAGoalAsync(citizen, Goal);
        await Cast.AddsAMeasureAsync(citizen, Goal, "Ringje burettslaget", "Eg sjølv");
        await TheyWorkAtTwoScreensAsync(citizen, coordinator);

        await coordinator.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Arbeid" }).ClickAsync();
        await coordinator.SeesPageAsync("Menneska dine");
        await Expect(coordinator.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Alle") }).GetByRole(AriaRole.Link).Filter(new() { HasText = name })).ToBeVisibleAsync();
    }

    /// <summary>What the one does the other sees, without doing anything.</summary>
    private static async Task TheyWorkAtTwoScreensAsync(Visitor citizen, Visitor coordinator)
    {
        const string measure = "Melde flytting";
        await coordinator.Link("Opne planen").ClickAsync();
        await coordinator.SeesAsync(Matters);
        await Cast.AddsAMeasureAsync(coordinator, Goal, measure, "Koordinatoren");
        await Expect(Cast.Measure(citizen, measure)).ToContainTextAsync("Framlegg", new() { Timeout = WithinASecond });

        await citizen.Button("Ja, dette vil eg", Cast.Measure(citizen, measure)).ClickAsync();
        await Expect(Cast.Measure(citizen, measure)).Not.ToContainTextAsync("Framlegg");
        await Expect(Cast.Measure(coordinator, measure)).Not.ToContainTextAsync("Framlegg", new() { Timeout = WithinASecond });

        await citizen.Fold("Endre", Cast.Measure(citizen, "Ringje burettslaget")).ClickAsync();
        await citizen.Button("Ta bort", Cast.Measure(citizen, "Ringje burettslaget")).ClickAsync();
        await Expect(Cast.Measure(citizen, "Ringje burettslaget")).ToHaveCountAsync(0);
        await Expect(Cast.Measure(coordinator, "Ringje burettslaget")).ToHaveCountAsync(0, new() { Timeout = WithinASecond });
        await citizen.Button("Angre").First.ClickAsync();
        await Expect(Cast.Measure(citizen, "Ringje burettslaget")).ToBeVisibleAsync();
        await Expect(Cast.Measure(coordinator, "Ringje burettslaget")).ToBeVisibleAsync(new() { Timeout = WithinASecond });
    }

    private async Task DescribeCoordinatorAsync(Municipality municipality)
    {
        var slug = municipality.Slug;
        var staff = (await _platform.GetAsync(await _platform.TokenOfStaffAsync($"{slug}-coordinator-1"), $"/{slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();
        (await _platform.PostAsync(await _platform.TokenOfStaffAsync($"{slug}-leader"), $"/{slug}/api/unit/staff", new { staff, name = municipality.Coordinator, title = "koordinator", phone = "+4799999003" })).Must(200);
    }

}

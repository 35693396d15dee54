using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>An open screen that was told of a change and could not fetch it, fetches it when it can: nothing else will tell it.</summary>
[OverHttp]
[Collection(typeof(ChromiumCollection))]
public sealed class MissedRefreshTests(PlatformFixture platform, Chromium chromium) : ScreenTests(chromium)
{
    private readonly Platform _platform = new(platform.Cluster);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_that_could_not_be_fetched_at_first_is_shown_all_the_same(bool answered)
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var screen = await ComeAsync(platform.Cluster);
        await screen.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = $"Bearer {owner.Token}" });
        await screen.OpenAsync("/luster/mi-side/plan");
        await screen.SeesPageAsync("Planen din");
        screen.ExpectsFaults();
        var refused = new TaskCompletionSource();
        await screen.Page.RouteAsync("**/luster/mi-side/plan", async route =>
        {
            if (answered) await route.FulfillAsync(new RouteFulfillOptions { Status = 503 });
            else await route.AbortAsync();
            refused.TrySetResult();
        }, new PageRouteOptions { Times = 1 });

        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Lage middag" })).Must(200);
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        await Expect(screen.Page.GetByText("Lage middag").First).ToBeVisibleAsync();
    }
}

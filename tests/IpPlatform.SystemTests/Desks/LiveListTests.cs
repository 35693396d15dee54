using System.Net.Http.Headers;
using IpPlatform.EdgeContract;
using IpPlatform.SystemTests.Callbacks;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.Municipalities;
using IpPlatform.SystemTests.Plans;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Desks;

/// <summary>Open desks and queues on each of two silos are told within a second of what has changed in them.</summary>
[OverHttp]
public sealed class LiveListTests(PlatformFixture fixture)
{
    private const string Slug = "hoyanger";
    private const string Tenant = "k4638";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task A_desk_on_either_silo_is_told_within_a_second_that_one_of_its_people_has_changed_something()
    {
        var coordinator = $"{Slug}-coordinator-2";
        var citizen = await new DeskPeople(_platform, Slug).CoordinatedAsync("Syntetisk Levande", coordinator);
        await ToldOnBothAsync(coordinator, "/api/desk/live", () => _platform.PostAsync(citizen.Token, $"{citizen.Plan}/goals", new { text = "Bu heime" }));
    }

    [Fact]
    public async Task A_desk_on_either_silo_is_told_within_a_second_that_a_colleague_is_away()
    {
        var leader = await _platform.TokenOfStaffAsync($"{Slug}-leader");
        var colleague = await new DeskPeople(_platform, Slug).StaffIdAsync($"{Slug}-coordinator-4");
        await ToldOnBothAsync($"{Slug}-coordinator-2", "/api/desk/live", () => _platform.PostAsync(leader, $"/{Slug}/api/unit/coordinators/{colleague}/absences", new { first = "2031-01-01", last = "2031-01-02" }));
    }

    [Fact]
    public async Task A_queue_on_either_silo_is_told_within_a_second_that_a_report_has_come() =>
        await ToldOnBothAsync($"{Slug}-handler", "/api/unit/live", () => _platform.SendAsync(null, HttpMethod.Post, $"/{Slug}/api/reports", new { reporterRole = "self", services = new[] { "coordinator" }, need = "Mange tenester.", nationalId = Platform.NewNationalId() }));

    [Fact]
    public async Task A_queue_on_either_silo_is_told_within_a_second_that_somebody_asks_to_be_rung()
    {
        var own = await OwnMunicipality.AddAsync(fixture, _platform, "alver", "modalen", "4629");
        await AskingToBeRung.CloseTodayAsync(own);
        using var browser = new Browser(fixture.Cluster);
        var form = (await browser.OpenAsync($"/{own.Slug}/ring-meg/{AskingToBeRung.Contact}")).Must(200);
        await ToldOnBothAsync("luster-handler", "/api/unit/live", async () => new Answer((await AskingToBeRung.SendAsync(browser, form, own.Slug, "Syntetisk Ringjar")).Status, "", null), own.Slug, "k4629");
    }

    private async Task ToldOnBothAsync(string reader, string list, Func<Task<Answer>> change, string slug = Slug, string tenant = Tenant)
    {
        var token = await _platform.TokenOfStaffAsync(reader);
        var screens = await Task.WhenAll(fixture.Cluster.Silos.Select(silo => OpenAsync(silo.Url, token, $"/{slug}{list}", slug, tenant)));
        Assert.Equal(2, screens.Length);
        try
        {
            // What is in force comes first, and once more when another screen of the municipality opens meanwhile.
            var inForce = await Task.WhenAll(screens.Select(screen => screen.NextAsync(Patience)));
            (await change()).Must(200);
            foreach (var (screen, known) in screens.Zip(inForce))
            {
                var told = await screen.NextAsync(Second);
                Assert.True(told > known, $"{told} is no later than {known}.");
            }
        }
        finally
        {
            foreach (var screen in screens) screen.Dispose();
        }
    }

    /// <summary>Past the gateway, whose signature it carries: which of the silos it is must be certain.</summary>
    private async Task<LiveScreen> OpenAsync(string silo, string token, string path, string slug, string tenant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, silo + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation(EdgeHeaders.Tenant, tenant);
        request.Headers.TryAddWithoutValidation(EdgeHeaders.Slug, slug);
        request.Headers.TryAddWithoutValidation(EdgeHeaders.Signature, EdgeSignature.FromKeyFile(fixture.Cluster.Keys.File("edge.key"), TimeProvider.System).Sign("GET", path, tenant, slug));
        return await LiveScreen.OpenAsync(_platform, request);
    }
}

using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Plans;

[OverHttp]
public sealed class PlanStoryTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Theory]
    [InlineData("luster")]
    [InlineData("gulen")]
    [InlineData("hoyanger")]
    [InlineData("alver")]
    public async Task Owner_and_coordinator_make_a_plan_together(string slug)
    {
        var owner = await _platform.NewPlanOwnerAsync(slug);
        var coordinator = await CoordinatorAsync(owner);
        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Bu for meg sjølv" })).Must(200);
        var proposed = (await _platform.PostAsync(coordinator, $"{owner.Plan}/goals", new { text = "Lage middag" })).Must(200).Json;

        var plan = (await _platform.GetAsync(owner.Token, owner.Plan)).Must(200).Json;
        Assert.Equal(["agreed", "proposed"], Goals(plan).Select(goal => goal["status"]!.GetValue<string>()));

        var item = proposed["id"]!.GetValue<Guid>();
        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals/{item}/agree", new { seenVersion = proposed["version"]!.GetValue<long>() })).Must(200);
        plan = (await _platform.GetAsync(coordinator, owner.Plan)).Must(200).Json;
        Assert.All(Goals(plan), goal => Assert.Equal(("agreed", false), (goal["status"]!.GetValue<string>(), goal["mayEdit"]!.GetValue<bool>())));
    }

    [Fact]
    [Obligation("O-006")]
    public async Task The_owners_wording_is_never_overwritten_by_a_professional()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var coordinator = await CoordinatorAsync(owner);
        var goal = (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Bu for meg sjølv" })).Must(200).Json;
        var refused = await _platform.SendAsync(coordinator, HttpMethod.Put, $"{owner.Plan}/goals/{goal["id"]}", new { text = "Bu i omsorgsbustad", seenVersion = 99 });
        Assert.Equal((422, "GOAL_BELONGS_TO_OWNER"), (refused.Status, refused.Code));
        Assert.Equal("Bu for meg sjølv", Assert.Single(Goals((await _platform.GetAsync(owner.Token, owner.Plan)).Json))["text"]!.GetValue<string>());
    }

    [Fact]
    [Obligation("O-035")]
    public async Task Without_the_persons_wish_there_is_no_plan_but_there_can_be_a_coordinator()
    {
        var owner = await _platform.NewCitizenAsync("luster");
        var coordinator = await CoordinatorAsync(owner);
        var refused = await _platform.PostAsync(coordinator, owner.Plan, new { consentChannel = "meeting", consentGiven = false });
        Assert.Equal((422, "CONSENT_REQUIRED"), (refused.Status, refused.Code));
        Assert.Equal(404, (await _platform.GetAsync(coordinator, owner.Plan)).Status);
        var desk = (await _platform.GetAsync(coordinator, "/luster/api/desk")).Must(200).Json["people"]!.AsArray();
        Assert.Contains(desk, row => row!["personId"]!.GetValue<Guid>() == owner.Id && !row["planOpen"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_same_goal_changed_on_two_screens_shows_both_and_loses_none()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var goal = (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Bu for meg sjølv" })).Must(200).Json;
        var (path, seen) = ($"{owner.Plan}/goals/{goal["id"]}", goal["version"]!.GetValue<long>());
        var answers = await Task.WhenAll(
            _platform.SendAsync(owner.Token, HttpMethod.Put, path, new { text = "Bu heime", seenVersion = seen }),
            _platform.SendAsync(owner.Token, HttpMethod.Put, path, new { text = "Bu i Gaupne", seenVersion = seen }));
        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal("GOAL_CHANGED_MEANWHILE", answers.Single(answer => answer.Status == 409).Code);
    }

    [Fact]
    public async Task Removing_is_undone_and_the_goal_is_as_before()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var goal = (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Bu for meg sjølv" })).Must(200).Json;
        var removed = (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals/{goal["id"]}/remove", new { seenVersion = 9 })).Must(200).Json;
        Assert.Empty(Goals((await _platform.GetAsync(owner.Token, owner.Plan)).Json));
        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals/{goal["id"]}/undo", new { changedVersion = removed["version"]!.GetValue<long>() })).Must(200);
        Assert.Equal("Bu for meg sjølv", Assert.Single(Goals((await _platform.GetAsync(owner.Token, owner.Plan)).Json))["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_withdrawn_consent_closes_the_plan_through_the_outbox()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var consent = (await _platform.GetAsync(owner.Token, owner.Plan)).Json["consent"]!["id"]!.GetValue<Guid>();
        var handler = await _platform.TokenOfStaffAsync("luster-handler");
        // The consent reaches the person's record by message; the case handler registers the withdrawal as soon as it is there.
        await Eventually.BecomesAsync(
            () => _platform.PostAsync(handler, $"/luster/api/persons/{owner.Id}/consents/{consent}/withdraw", new { channel = "phone" }), answer => answer.Status == 200, TimeSpan.FromSeconds(5), "withdrawal");
        await Eventually.BecomesAsync(
            () => _platform.GetAsync(owner.Token, owner.Plan), answer => !answer.Json["open"]!.GetValue<bool>(), TimeSpan.FromSeconds(1), "the plan is closed");
    }

    [Fact]
    public async Task A_repeated_command_gets_the_first_answer_and_is_carried_out_once()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var command = Platform.NewCommand();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Lage middag" }, command)));
        Assert.Single(answers.Select(answer => (answer.Must(200).Body)).Distinct());
        Assert.Single(Goals((await _platform.GetAsync(owner.Token, owner.Plan)).Json));
    }

    [Fact]
    public async Task A_reader_who_has_the_version_gets_no_body_again()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var first = (await _platform.GetAsync(owner.Token, owner.Plan)).Must(200);
        var again = await _platform.SendAsync(owner.Token, HttpMethod.Get, owner.Plan, adjust: request => request.Headers.TryAddWithoutValidation("If-None-Match", first.ETag));
        Assert.Equal((304, ""), (again.Status, again.Body));
    }

    [Fact]
    public async Task Another_open_screen_hears_of_a_change_within_a_second()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        using var screen = await LiveScreen.OpenAsync(_platform, owner);
        Assert.Equal(1, await screen.NextAsync(TimeSpan.FromSeconds(5)));
        var changed = (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Lage middag" })).Must(200).Json["version"]!.GetValue<long>();
        Assert.Equal(changed, await screen.NextAsync(TimeSpan.FromSeconds(1)));
    }

    private static IEnumerable<JsonNode> Goals(JsonObject plan) => plan["goals"]!.AsArray().Select(goal => goal!);

    private async Task<string> CoordinatorAsync(Citizen owner)
    {
        var coordinator = await _platform.TokenOfStaffAsync($"{owner.Slug}-coordinator-1");
        var staff = (await _platform.GetAsync(coordinator, $"/{owner.Slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();
        var handler = await _platform.TokenOfStaffAsync($"{owner.Slug}-handler");
        (await _platform.PostAsync(handler, $"/{owner.Slug}/api/persons/{owner.Id}/relations", new { staff, kind = "coordinator" })).Must(200);
        return coordinator;
    }
}

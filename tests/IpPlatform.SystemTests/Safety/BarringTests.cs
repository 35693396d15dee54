using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Safety;

/// <summary>S-10: a barred employee finds nothing: not in lists, counts or an open screen, not by direct address, and never a hint that it is there.</summary>
[OverHttp]
public sealed class BarringTests(PlatformFixture fixture)
{
    private const string Slug = "alver";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task A_barred_coordinator_loses_every_endpoint_that_she_had_and_the_unit_coordinates_at_once()
    {
        var home = await Household.OfAsync(_platform, Slug);
        await OpenAsync(home);
        var had = await AnswersAsync(home, home.Coordinator, home.Child.Id.ToString(), reads: true);
        Assert.Contains(had, answer => answer.Value.Status == 200);
        await BarAsync(home, home.Coordinator, new { ground = "personsWish" });

        var nobody = Platform.NewCommand().ToString();
        var (now, none) = (await AnswersAsync(home, home.Coordinator, home.Child.Id.ToString()), await AnswersAsync(home, home.Coordinator, nobody));
        Assert.Empty(now.Where(answer => answer.Value.Status != 404 || answer.Value.Body.Replace(home.Child.Id.ToString(), nobody, StringComparison.Ordinal) != none[answer.Key].Body).Select(answer => answer.Key));
        foreach (var list in (string[])[$"/{Slug}/arbeid", $"/{Slug}/api/desk"])
        {
            Assert.DoesNotContain(home.Child.Id.ToString(), (await _platform.GetAsync(home.Coordinator, list)).Must(200).Body, StringComparison.Ordinal);
        }

        await Eventually.BecomesAsync(
            () => _platform.GetAsync(home.Child.Token, $"{home.Person}/coordination"), answer => answer.Json["stage"]!.GetValue<string>() == "granted", Household.Soon, "the unit coordinates");
    }

    [Fact]
    public async Task The_substitute_is_asked_and_the_barred_employee_cannot_come_back_by_any_way()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var substitute = await _platform.TokenOfStaffAsync($"{Slug}-coordinator-2");
        var barring = await BarAsync(home, home.Coordinator, new { ground = "neighbour", substitute = await home.StaffIdAsync(substitute) });
        await home.SoonAsync(substitute, $"{home.Person}/coordination/accept", null);

        var (staff, handler) = (await home.StaffIdAsync(home.Coordinator), home.Handler);
        Assert.Equal("RELATION_BARRED", (await _platform.PostAsync(handler, $"{home.Person}/relations", new { staff, kind = "coordinator" })).Must(422).Code);
        Assert.Equal("RELATION_BARRING_IS_APART", (await _platform.PostAsync(handler, $"{home.Person}/relations", new { staff, kind = "barred" })).Must(422).Code);
        Assert.Equal("RELATION_BARRING_IS_APART", (await _platform.PostAsync(handler, $"{home.Person}/relations/{barring}/end")).Must(422).Code);
        Assert.Equal("COORDINATOR_BARRED", (await _platform.PostAsync(handler, $"{home.Person}/coordination/deputy", new { staff })).Must(422).Code);
        Assert.Equal(404, (await _platform.PostAsync(home.Coordinator, $"{home.Person}/barrings/{barring}/lift", new { reason = "Eg vil" })).Status);

        Assert.Equal("BARRING_REASON_MISSING", (await _platform.PostAsync(handler, $"{home.Person}/barrings/{barring}/lift", new { reason = "" })).Must(422).Code);
        (await _platform.PostAsync(handler, $"{home.Person}/barrings/{barring}/lift", new { reason = "Flytta" })).Must(200);
        // Nothing that she had comes back by itself.
        Assert.Equal(404, (await _platform.GetAsync(home.Coordinator, $"{home.Person}/coordination")).Status);
    }

    [Fact]
    public async Task An_open_screen_of_a_barred_employee_hears_of_no_change()
    {
        var home = await Household.OfAsync(_platform, Slug);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{home.Person}/coordination/live");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", home.Coordinator);
        using var screen = await _platform.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var feed = new StreamReader(await screen.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var seen = await NextAsync(feed);
        Assert.NotNull(seen);
        await BarAsync(home, home.Coordinator, new { ground = "kin" });
        (await _platform.PostAsync(home.Child.Token, $"{home.Person}/coordination/wish", new { text = "Ein annan" })).Must(200);
        // The feed ends with the first thing that there would be to hear.
        Assert.Null(await NextAsync(feed));
    }

    [Fact]
    public async Task A_barred_handler_finds_neither_case_nor_person_in_queue_lists_and_counts()
    {
        var home = await Household.OfAsync(_platform, Slug);
        (await _platform.SendAsync(null, HttpMethod.Post, $"/{Slug}/api/reports", new { reporterRole = "relative", services = new[] { "individualPlan" }, need = "Meir", nationalId = home.Child.NationalId })).Must(200);
        var leader = await _platform.TokenOfStaffAsync($"{Slug}-leader");
        await BarAsync(home, home.Handler, new { ground = "other", text = "Same idrettslag" }, by: leader);
        Assert.True(await LoadAsync(home, home.Handler) < await LoadAsync(home, leader), "The person is counted for the barred handler.");
        (await _platform.PostAsync(leader, $"{home.Person}/coordination/end", new { reason = "coordinatorStops" })).Must(200);
        Assert.Contains(home.Child.Id.ToString(), (await _platform.GetAsync(leader, $"/{Slug}/api/unit/without-coordinator")).Must(200).Body, StringComparison.Ordinal);
        foreach (var list in (string[])[$"/{Slug}/api/unit/without-coordinator", $"/{Slug}/api/unit/queue", $"/{Slug}/eining"])
        {
            Assert.DoesNotContain(home.Child.Id.ToString(), (await _platform.GetAsync(home.Handler, list)).Must(200).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_barred_handler_who_looks_for_the_person_is_answered_as_if_there_were_nobody()
    {
        var home = await Household.OfAsync(_platform, Slug);
        using var handler = new Browser(fixture.Cluster, home.Handler);
        var search = (await handler.OpenAsync($"/{Slug}/eining/finn")).Must(200);
        Assert.Equal(home.UnitPage, (await FindAsync(home.Child.NationalId)).Must(200).Address.AbsolutePath);
        await BarAsync(home, home.Handler, new { ground = "kin" }, by: await _platform.TokenOfStaffAsync($"{Slug}-leader"));
        var (barred, nobody) = (await FindAsync(home.Child.NationalId), Platform.NewNationalId());
        Assert.Equal(422, barred.Status);
        Assert.Equal(Said((await FindAsync(nobody)).Must(422), nobody), Said(barred, home.Child.NationalId));

        Task<Page> FindAsync(string nationalId) => handler.SubmitAsync(search, new() { ["_do"] = "find" }, new() { ["fnr"] = nationalId });
        static string Said(Page page, string typed) => System.Text.RegularExpressions.Regex.Replace(page.Body, "(?s)<input type=\"hidden\"[^>]*>", "").Replace(typed, "…", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_barring_says_why_and_a_substitute_is_somebody_who_can_take_over()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var staff = await home.StaffIdAsync(home.Coordinator);
        var path = $"{home.Person}/barrings";
        Assert.Equal("BARRING_TEXT_MISSING", (await _platform.PostAsync(home.Handler, path, new { staff, ground = "other" })).Must(422).Code);
        Assert.Equal("BARRING_SUBSTITUTE_UNFIT", (await _platform.PostAsync(home.Handler, path, new { staff, ground = "kin", substitute = staff })).Must(422).Code);
        var admin = await home.StaffIdAsync(await _platform.TokenOfStaffAsync($"{Slug}-admin"));
        Assert.Equal("BARRING_SUBSTITUTE_UNFIT", (await _platform.PostAsync(home.Handler, path, new { staff, ground = "kin", substitute = admin })).Must(422).Code);
        foreach (var token in (string[])[home.Coordinator, home.Child.Token, await _platform.TokenOfStaffAsync($"{Slug}-admin")])
        {
            Assert.Equal(404, (await _platform.PostAsync(token, path, new { staff, ground = "kin" })).Status);
        }
    }

    private async Task<Guid> BarAsync(Household home, string whom, object how, string? by = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(how)!.AsObject();
        body["staff"] = await home.StaffIdAsync(whom);
        return (await _platform.PostAsync(by ?? home.Handler, $"{home.Person}/barrings", body)).Must(200).Json["id"]!.GetValue<Guid>();
    }

    private static async Task OpenAsync(Household home)
    {
        var holder = await home.AdultAsync("soleResponsibility");
        (await home.SaysAsync(holder, true)).Must(200);
        (await home.OpenPlanAsync()).Must(200);
    }

    /// <summary>How many people the household's coordinator has, as it is counted for a reader.</summary>
    private async Task<int> LoadAsync(Household home, string reader)
    {
        var rows = JsonNode.Parse((await _platform.GetAsync(reader, $"/{Slug}/api/unit/load")).Must(200).Body)!.AsArray();
        var staff = await home.StaffIdAsync(home.Coordinator);
        return rows.SingleOrDefault(row => row!["staffId"]!.GetValue<Guid>() == staff)?["people"]!.GetValue<int>() ?? 0;
    }

    private async Task<Dictionary<string, Answer>> AnswersAsync(Household home, string token, string person, bool reads = false)
    {
        var document = (await _platform.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        var answers = new Dictionary<string, Answer>();
        foreach (var (path, operations) in document["paths"]!.AsObject().Where(path => path.Key.Contains("{person}", StringComparison.Ordinal) && !(reads && path.Key.EndsWith("/live", StringComparison.Ordinal))))
        foreach (var (method, _) in operations!.AsObject().Where(operation => !reads || operation.Key == "get"))
        {
            var verb = HttpMethod.Parse(method);
            var filled = string.Join('/', path.Split('/').Select(part => part switch { "{slug}" => home.Slug, ['{', ..] => person, _ => part }));
            answers[$"{method} {path}"] = await _platform.SendAsync(token, verb, filled, verb == HttpMethod.Get ? null : new { });
        }

        return answers;
    }

    /// <summary>The next version that an open screen hears of; null when the feed ends.</summary>
    private static async Task<string?> NextAsync(StreamReader feed)
    {
        using var patience = new CancellationTokenSource(Household.Soon);
        while (await feed.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) return line;
        }

        return null;
    }
}

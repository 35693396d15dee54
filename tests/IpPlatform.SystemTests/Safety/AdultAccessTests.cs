using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Safety;

/// <summary>S-01, S-06, S-09: each adult apart. What one may, gives another nothing; who may nothing, finds what is not there.</summary>
[OverHttp]
public sealed class AdultAccessTests(PlatformFixture fixture)
{
    private const string Slug = "hoyanger";

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task An_adult_with_responsibility_and_access_reads_and_changes_nothing()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var mona = await home.AdultAsync("soleResponsibility", reads: true);
        (await home.SaysAsync(mona, true)).Must(200);
        (await home.OpenPlanAsync()).Must(200);
        (await _platform.PostAsync(home.Child.Token, $"{home.Person}/plan/goals", new { text = "Symje" })).Must(200);
        (await _platform.PostAsync(home.Child.Token, $"{home.Person}/coordination/wish", new { text = "Ein som ikkje maser" })).Must(200);

        var coordination = (await _platform.GetAsync(mona.Token, $"{home.Person}/coordination")).Must(200);
        Assert.Contains("Møte på skulen", coordination.Body, StringComparison.Ordinal);
        // The wish is the child's own.
        Assert.DoesNotContain("maser", coordination.Body, StringComparison.Ordinal);
        var plan = (await _platform.GetAsync(mona.Token, $"{home.Person}/plan")).Must(200);
        Assert.Null(plan.Json["consent"]);
        Assert.False(plan.Json["goals"]![0]!["mayEdit"]!.GetValue<bool>());
        Assert.Equal(404, (await _platform.PostAsync(mona.Token, $"{home.Person}/plan/goals", new { text = "Noko" })).Status);

        Assert.Contains(home.ChildPage, (await _platform.GetAsync(mona.Token, $"/{Slug}/mi-side")).Must(200).Body, StringComparison.Ordinal);
        (await _platform.GetAsync(mona.Token, home.ChildPage)).Must(200);
        Assert.Contains("Symje", (await _platform.GetAsync(mona.Token, $"{home.ChildPage}/plan")).Must(200).Body, StringComparison.Ordinal);
        // The pages of those who work here, and of the child, are not hers.
        foreach (var page in (string[])[$"/{Slug}/arbeid/{home.Child.Id}", $"/{Slug}/arbeid/{home.Child.Id}/plan", home.UnitPage, $"{home.UnitPage}/vaksne"])
        {
            Assert.Equal(404, (await _platform.GetAsync(mona.Token, page)).Status);
        }

        Assert.Equal(404, (await _platform.GetAsync(home.Child.Token, home.ChildPage)).Status);
        Assert.Equal(404, (await _platform.GetAsync(home.Coordinator, home.ChildPage)).Status);
    }

    [Fact]
    public async Task Of_another_adult_nothing_is_shown_neither_who_she_is_nor_what_she_says()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var mona = await home.AdultAsync("jointResponsibility", reads: true, name: "Syntetisk Mona");
        var per = await home.AdultAsync("jointResponsibility", reads: true, name: "Syntetisk Per");
        var before = (await _platform.GetAsync(mona.Token, home.ChildPage)).Must(200).Body;
        (await home.SaysAsync(per, false)).Must(200);
        var after = (await _platform.GetAsync(mona.Token, home.ChildPage)).Must(200).Body;
        Assert.DoesNotContain("Per", after, StringComparison.Ordinal);
        Assert.DoesNotContain(per.Citizen.Id.ToString(), after, StringComparison.Ordinal);
        Assert.Equal(Steady(before), Steady(after));
    }

    [Theory]
    [InlineData("noResponsibility")]
    [InlineData("dailyCare")]
    [InlineData("fosterHome")]
    public async Task An_adult_without_responsibility_finds_nothing_at_any_endpoint(string basis)
    {
        var home = await Household.OfAsync(_platform, Slug);
        var holder = await home.AdultAsync("soleResponsibility", reads: true);
        var adult = await home.AdultAsync(basis);
        Assert.Equal("ADULT_READING_NEEDS_RESPONSIBILITY", (await _platform.PostAsync(home.Handler, $"{home.Person}/adults/{adult.Relation}/reading", new { reads = true, reason = "Ho bad om det" })).Must(422).Code);
        Assert.Equal("HOLDER_UNKNOWN", (await home.SaysAsync(adult, true)).Must(404).Code);
        await FindsNothingAsync(home, adult.Token);
        (await _platform.GetAsync(holder.Token, home.ChildPage)).Must(200);
    }

    [Fact]
    public async Task An_adult_whose_relation_has_ended_finds_nothing_from_that_instant()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var mona = await home.AdultAsync("jointResponsibility", reads: true);
        (await _platform.GetAsync(mona.Token, home.ChildPage)).Must(200);
        (await _platform.PostAsync(home.Handler, $"{home.Person}/adults/{mona.Relation}/end", new { lastDay = Today() })).Must(200);
        await FindsNothingAsync(home, mona.Token);
        Assert.DoesNotContain(home.Child.Id.ToString(), (await _platform.GetAsync(mona.Token, $"/{Slug}/mi-side")).Must(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custody_and_a_handlers_word_end_an_adults_access_and_not_her_responsibility()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var mona = await home.AdultAsync("soleResponsibility", reads: true);
        Assert.Equal("ADULT_REASON_MISSING", (await _platform.PostAsync(home.Handler, $"{home.Person}/adults/{mona.Relation}/reading", new { reads = false, reason = " " })).Must(422).Code);
        (await _platform.PostAsync(home.Handler, $"{home.Person}/adults/{mona.Relation}/reading", new { reads = false, reason = "Tungtvegande omsyn" })).Must(200);
        await FindsNothingAsync(home, mona.Token);
        (await _platform.PostAsync(home.Handler, $"{home.Person}/adults/{mona.Relation}/reading", new { reads = true, reason = "Ikkje lenger" })).Must(200);
        (await _platform.GetAsync(mona.Token, home.ChildPage)).Must(200);
        (await _platform.PostAsync(home.Handler, $"{home.Person}/adults", new { name = "Barnevernstenesta", basis = "childWelfareCustody", source = "document", from = "2020-01-01" })).Must(200);
        await FindsNothingAsync(home, mona.Token);
        Assert.Equal("HOLDER_UNKNOWN", (await home.SaysAsync(mona, true)).Must(404).Code);
    }

    [Fact]
    public async Task Only_a_case_handler_sees_who_the_adults_are()
    {
        var home = await Household.OfAsync(_platform, Slug);
        await home.AdultAsync("soleResponsibility", reads: true);
        Assert.Contains("Syntetisk Vaksen", (await _platform.GetAsync(home.Handler, $"{home.UnitPage}/vaksne")).Must(200).Body, StringComparison.Ordinal);
        foreach (var token in (string[])[await _platform.TokenOfStaffAsync($"{Slug}-leader"), home.Coordinator, await _platform.TokenOfStaffAsync($"{Slug}-admin"), home.Child.Token])
        {
            Assert.Equal(404, (await _platform.GetAsync(token, $"{home.UnitPage}/vaksne")).Status);
            Assert.Equal(404, (await _platform.GetAsync(token, $"{home.Person}/adults")).Status);
        }
    }

    /// <summary>Every endpoint about a person answers what it answers about nobody.</summary>
    private async Task FindsNothingAsync(Household home, string token)
    {
        var document = (await _platform.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        var (leaks, nobody) = (new List<string>(), Platform.NewCommand().ToString());
        foreach (var (path, operations) in document["paths"]!.AsObject().Where(path => path.Key.Contains("{person}", StringComparison.Ordinal)))
        foreach (var (method, _) in operations!.AsObject())
        {
            var verb = HttpMethod.Parse(method);
            var about = await _platform.SendAsync(token, verb, Fill(path, home.Child.Id.ToString()), verb == HttpMethod.Get ? null : new { });
            var none = await _platform.SendAsync(token, verb, Fill(path, nobody), verb == HttpMethod.Get ? null : new { });
            if (about.Status != 404 || about.Body.Replace(home.Child.Id.ToString(), nobody, StringComparison.Ordinal) != none.Body) leaks.Add($"{method} {path} answered {about.Status}");
        }

        Assert.Empty(leaks);
    }

    private static string Fill(string path, string person) =>
        string.Join('/', path.Split('/').Select(part => part switch { "{slug}" => Slug, ['{', ..] => person, _ => part }));

    /// <summary>The page without what is new each time it is made.</summary>
    private static string Steady(string page) => System.Text.RegularExpressions.Regex.Replace(page, "value=\"[^\"]*\"", "");

    private static string Today() => Domain.Calendar.Norway.DayOf(TimeProvider.System.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}

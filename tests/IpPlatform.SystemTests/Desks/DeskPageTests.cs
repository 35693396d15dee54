using System.Net;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Desks;

/// <summary>The desk without JavaScript: what has changed, who acts for whom, and the roster.</summary>
[OverHttp]
public sealed class DeskPageTests(PlatformFixture fixture) : IDisposable
{
    private const string Slug = "gulen";
    private const string Coordinator = $"{Slug}-coordinator-3";

    // Works in another municipality, and nowhere here.
    private const string Newcomer = "luster-coordinator-2";

    private const string Deputy = $"{Slug}-coordinator-4";

    private readonly Platform _platform = new(fixture.Cluster);
    private readonly Browser _browser = new(fixture.Cluster);

    private DeskPeople People => new(_platform, Slug);

    private static DateOnly Today => Norway.DayOf(TimeProvider.System.GetUtcNow());

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task The_desk_says_what_others_have_done_since_she_last_looked_and_nothing_when_she_has_looked()
    {
        const string name = "Syntetisk Endringsrik";
        var citizen = await People.CoordinatedAsync(name, Coordinator);
        await People.NextAsync(citizen, Coordinator, Today.AddDays(60));
        await SignInAsync(Coordinator);
        Assert.Contains("Ny hos deg", await LineAsync(citizen), StringComparison.Ordinal);
        (await _browser.OpenAsync($"/{Slug}/arbeid/{citizen.Id}")).Must(200);
        Assert.DoesNotContain("Ny hos deg", await LineAsync(citizen), StringComparison.Ordinal);

        foreach (var text in (string[])["Bu heime", "Lage middag"]) (await _platform.PostAsync(citizen.Token, $"{citizen.Plan}/goals", new { text })).Must(200);
        (await _platform.PostAsync(citizen.Token, $"/{Slug}/api/persons/{citizen.Id}/coordination/wish", new { text = "Ein som ringjer" })).Must(200);
        var told = await LineAsync(citizen);
        Assert.Contains("Eigaren har lagt til to mål, i dag", told, StringComparison.Ordinal);
        Assert.Contains("Eigaren har skrive eit ønske om koordinator, i dag", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Bu heime", told, StringComparison.Ordinal);

        var page = WebUtility.HtmlDecode((await _browser.OpenAsync($"/{Slug}/arbeid/{citizen.Id}")).Must(200).Body);
        Assert.Contains("Nytt sidan sist", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Eigaren har lagt til", await LineAsync(citizen), StringComparison.Ordinal);
        Assert.Contains("Det siste som har hendt", WebUtility.HtmlDecode((await _browser.OpenAsync($"/{Slug}/arbeid/{citizen.Id}")).Must(200).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_does_herself_is_not_new_to_her()
    {
        var citizen = await People.CoordinatedAsync("Syntetisk Eigenhendig", Coordinator);
        await SignInAsync(Coordinator);
        (await _browser.OpenAsync($"/{Slug}/arbeid/{citizen.Id}")).Must(200);
        await People.NextAsync(citizen, Coordinator, Today.AddDays(60));
        Assert.DoesNotContain("neste steg, i dag", await LineAsync(citizen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_coordinator_is_away_everybody_sees_who_acts_for_her()
    {
        const string name = "Syntetisk Dekt";
        await People.DescribeAsync(Coordinator, "Syntetisk Borte", "+4799999021");
        await People.DescribeAsync(Deputy, "Syntetisk Innstandar", "+4799999022");
        var covered = await People.CoordinatedAsync(name, Coordinator, Deputy);
        var alone = await People.CoordinatedAsync("Syntetisk Utan Stadfortredar", Coordinator);
        await SignInAsync(Coordinator);
        var form = await _browser.OpenAsync($"/{Slug}/arbeid/fravaer");
        Assert.Contains("Syntetisk Innstandar", form.Body, StringComparison.Ordinal);
        var empty = await _browser.SubmitAsync(form, new() { ["_do"] = "absence" }, []);
        Assert.Equal(422, empty.Status);
        Assert.Contains("Skriv både første og siste dag.", WebUtility.HtmlDecode(empty.Body), StringComparison.Ordinal);
        (await _browser.SubmitAsync(empty, new() { ["_do"] = "absence" }, new() { ["fra"] = $"{Today:yyyy-MM-dd}", ["til"] = $"{Today.AddDays(3):yyyy-MM-dd}" })).Must(200);
        try
        {
            await SeesFirstAsync(covered, "Syntetisk Innstandar", "99 99 90 22");
            await SeesFirstAsync(alone, "Syntetisk Borte er koordinatoren din", "Ring nummeret over");
            Assert.Contains("Syntetisk Borte er borte til og med", await PageAsync($"{Slug}-handler", "/eining"), StringComparison.Ordinal);
            Assert.Contains("Du står inn til og med", await PageAsync(Deputy, "/arbeid"), StringComparison.Ordinal);
            Assert.Contains("Står inn for Syntetisk Borte", await PageAsync(Deputy, $"/arbeid/{covered.Id}"), StringComparison.Ordinal);
        }
        finally
        {
            (await _browser.SubmitAsync(await _browser.OpenAsync($"/{Slug}/arbeid/fravaer"), new() { ["_do"] = "cancel-absence" }, [])).Must(200);
        }

        await SeesFirstAsync(covered, "Syntetisk Borte", "99 99 90 21");
    }

    [Fact]
    public async Task The_leader_keeps_the_roster_with_names_telephones_and_dated_roles()
    {
        await SignInAsync($"{Slug}-leader", $"/{Slug}/eining/tilsette");
        var roster = await _browser.OpenAsync($"/{Slug}/eining/tilsette");
        var wrong = await _browser.SubmitAsync(roster, new() { ["_do"] = "describe" }, new() { ["brukar"] = Newcomer, ["namn"] = "Syntetisk Nytilsett", ["tittel"] = "vernepleiar", ["telefon"] = "123" });
        Assert.Equal(422, wrong.Status);
        var one = (await _browser.SubmitAsync(wrong, new() { ["_do"] = "describe" }, new() { ["brukar"] = Newcomer, ["namn"] = "Syntetisk Nytilsett", ["tittel"] = "vernepleiar", ["telefon"] = "99 99 90 31" })).Must(200);
        Assert.Contains("Ingen rolle enno", one.Body, StringComparison.Ordinal);
        var granted = (await _browser.SubmitAsync(one, new() { ["_do"] = "grant" }, new() { ["rolle"] = "Coordinator" })).Must(200);
        Assert.Contains("Avslutt rolla: Koordinator", granted.Body, StringComparison.Ordinal);
        Assert.Contains("99 99 90 31", (await _browser.OpenAsync($"/{Slug}/eining/tilsette")).Body, StringComparison.Ordinal);
        // She comes in with the role, and out when it ends.
        var token = await _platform.TokenOfStaffAsync(Newcomer);
        await Eventually.BecomesAsync(() => _platform.GetAsync(token, $"/{Slug}/arbeid"), answer => answer.Status == 200, TimeSpan.FromSeconds(5), "the desk opens");
        var ended = (await _browser.SubmitAsync(granted, new() { ["_do"] = "end" }, [])).Must(200);
        Assert.Contains("frå ", ended.Body, StringComparison.Ordinal);
        await Eventually.BecomesAsync(() => _platform.GetAsync(token, $"/{Slug}/arbeid"), answer => answer.Status == 404, TimeSpan.FromSeconds(5), "the desk is shut");
    }

    [Fact]
    public async Task The_administrator_sets_up_who_works_here_and_sees_nothing_of_their_work_and_gives_herself_nothing()
    {
        await SignInAsync($"{Slug}-admin", $"/{Slug}/eining/tilsette");
        var roster = (await _browser.OpenAsync($"/{Slug}/eining/tilsette")).Must(200);
        Assert.Contains($"<a href=\"/{Slug}/admin\">", roster.Body, StringComparison.Ordinal);
        var one = (await _browser.SubmitAsync(roster, new() { ["_do"] = "describe" }, new() { ["brukar"] = $"ny-{Platform.NewCommand():N}", ["namn"] = "Syntetisk Leiaremne", ["tittel"] = "leiar" })).Must(200);
        Assert.DoesNotContain("/fravaer\"", one.Body, StringComparison.Ordinal);
        (await _browser.SubmitAsync(one, new() { ["_do"] = "grant" }, new() { ["rolle"] = "UnitLeader" })).Must(200);
        var own = (await _browser.SubmitAsync(roster, new() { ["_do"] = "describe" }, new() { ["_command"] = Platform.NewCommand().ToString(), ["brukar"] = $"{Slug}-admin", ["namn"] = "Syntetisk Administrator", ["tittel"] = "rådgjevar" })).Must(200);
        Assert.Contains("Du kan ikkje gi deg sjølv ei rolle.", (await _browser.SubmitAsync(own, new() { ["_do"] = "grant" }, new() { ["rolle"] = "CaseHandler" })).Must(422).Body, StringComparison.Ordinal);
        Assert.Contains("Ingen andre har denne rolla.", (await _browser.SubmitAsync(own, new() { ["_do"] = "end" }, [])).Must(422).Body, StringComparison.Ordinal);
        (await _browser.OpenAsync($"/{Slug}/eining")).Must(404);
    }

    [Fact]
    public async Task The_roster_is_there_for_the_leader_and_the_administrator_alone()
    {
        foreach (var other in (string[])["handler", "coordinator-1"])
        {
            Assert.Equal(404, (await _platform.GetAsync(await _platform.TokenOfStaffAsync($"{Slug}-{other}"), $"/{Slug}/eining/tilsette")).Status);
        }
    }

    private async Task SignInAsync(string subject, string? to = null) => (await _browser.SignInAsync(Slug, subject, "staff", to: to ?? $"/{Slug}/arbeid")).Must(200);

    /// <summary>What the desk says of somebody.</summary>
    private async Task<string> LineAsync(Citizen citizen)
    {
        var desk = WebUtility.HtmlDecode((await _browser.OpenAsync($"/{Slug}/arbeid")).Must(200).Body);
        return string.Concat(desk.Split("<li ").Where(line => line.Contains(citizen.Id.ToString(), StringComparison.Ordinal)));
    }

    private async Task SeesFirstAsync(Citizen citizen, params string[] words)
    {
        var page = WebUtility.HtmlDecode((await _platform.GetAsync(citizen.Token, $"/{Slug}/mi-side")).Must(200).Body);
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    private async Task<string> PageAsync(string employee, string path) =>
        WebUtility.HtmlDecode((await _platform.GetAsync(await _platform.TokenOfStaffAsync(employee), $"/{Slug}{path}")).Must(200).Body);
}

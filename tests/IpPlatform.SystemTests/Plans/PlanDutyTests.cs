using System.Net;
using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Story;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Plans;

/// <summary>What a plan rests on, what it must say before anything is agreed, and how it ends.</summary>
[OverHttp]
public sealed class PlanDutyTests(PlatformFixture fixture)
{
    private static readonly object Consent = new { consentChannel = "signedIn", consentGiven = true };

    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-056")]
    public async Task In_Luster_there_is_no_plan_without_a_named_coordinator()
    {
        var citizen = await _platform.NewCitizenAsync("luster");
        Assert.Equal("PLAN_REQUIRES_COORDINATOR", (await _platform.PostAsync(citizen.Token, citizen.Plan, Consent)).Must(422).Code);
        var page = WebUtility.HtmlDecode((await _platform.GetAsync(citizen.Token, "/luster/mi-side/plan")).Must(200).Body);
        Assert.Contains("Kommunen lagar planen når det er peikt ut ein koordinator.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"samtykke\"", page, StringComparison.Ordinal);

        var coordinated = await new People(_platform, "luster").CoordinatedAsync("luster-coordinator-2");
        (await _platform.PostAsync(coordinated.Token, coordinated.Plan, Consent)).Must(200);
        // Where the municipality does not ask for it, the plan comes first if she wants it so.
        var elsewhere = await _platform.NewCitizenAsync("gulen");
        (await _platform.PostAsync(elsewhere.Token, elsewhere.Plan, Consent)).Must(200);
    }

    [Fact]
    [Obligation("O-082")]
    public async Task No_plan_is_made_without_consent_and_the_consent_stands_in_the_plan()
    {
        var citizen = await _platform.NewCitizenAsync("gulen");
        Assert.Equal("CONSENT_REQUIRED", (await _platform.PostAsync(citizen.Token, citizen.Plan, new { consentChannel = "signedIn", consentGiven = false })).Must(422).Code);
        (await _platform.GetAsync(citizen.Token, citizen.Plan)).Must(404);
        (await _platform.PostAsync(citizen.Token, citizen.Plan, Consent)).Must(200);
        var consent = (await _platform.GetAsync(citizen.Token, citizen.Plan)).Must(200).Json["consent"]!;
        Assert.Equal("signedIn", consent["channel"]!.GetValue<string>());
        // It is the person's own consent, by its id: what she takes back is what the plan rests on.
        var id = consent["id"]!.GetValue<Guid>();
        await Eventually.BecomesAsync(() => _platform.PostAsync(citizen.Token, $"/gulen/api/persons/{citizen.Id}/consents/{id}/withdraw", new { channel = "signedIn" }), answer => answer.Status == 200, TimeSpan.FromSeconds(5), "the consent is in the person's record");
    }

    [Fact]
    [Obligation("O-068")]
    public async Task A_measure_that_nobody_is_responsible_for_is_shown_as_incomplete_and_cannot_be_agreed()
    {
        const string text = "Skaffe støttekontakt";
        var owner = await _platform.NewPlanOwnerAsync("gulen");
        var coordinator = await CoordinatorAsync(owner);
        var goal = (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Ha nokon å treffe" })).Must(200).Json["id"]!.GetValue<Guid>();
        var measure = (await _platform.PostAsync(coordinator, $"{owner.Plan}/goals/{goal}/measures", new { text, due = "2030-02-01" })).Must(200).Json;
        var (id, seen) = (measure["id"]!.GetValue<Guid>(), measure["version"]!.GetValue<long>());

        Assert.Equal("incomplete", (await MeasureAsync(owner))["status"]!.GetValue<string>());
        Assert.Equal("MEASURE_INCOMPLETE", (await _platform.PostAsync(owner.Token, $"{owner.Plan}/measures/{id}/agree", new { seenVersion = seen })).Must(422).Code);
        foreach (var (token, address) in new[] { (owner.Token, "/gulen/mi-side/plan"), (coordinator, $"/gulen/arbeid/{owner.Id}/plan") })
        {
            var page = WebUtility.HtmlDecode((await _platform.GetAsync(token, address)).Must(200).Body);
            Assert.Matches($"(?s)<section class=\"incomplete\".*Desse tiltaka manglar ein ansvarleg.*#measure-{id}\">{text}</a>", page);
        }

        (await _platform.SendAsync(coordinator, HttpMethod.Put, $"{owner.Plan}/measures/{id}", new { text, responsible = new { kind = "coordinator" }, due = "2030-02-01", seenVersion = seen })).Must(200);
        var now = await MeasureAsync(owner);
        Assert.Equal("proposed", now["status"]!.GetValue<string>());
        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/measures/{id}/agree", new { seenVersion = now["changedVersion"]!.GetValue<long>() })).Must(200);
        Assert.DoesNotContain("Desse tiltaka manglar ein ansvarleg", WebUtility.HtmlDecode((await _platform.GetAsync(owner.Token, "/gulen/mi-side/plan")).Must(200).Body), StringComparison.Ordinal);
    }

    [Fact]
    [Obligation("O-050")]
    public async Task Who_takes_back_her_consent_ends_the_plan_and_keeps_her_coordinator_until_she_ends_that_too()
    {
        var people = new People(_platform, "hoyanger");
        var owner = await people.CoordinatedAsync("hoyanger-coordinator-1");
        using var browser = new Browser(fixture.Cluster, owner.Token);
        var plan = (await browser.OpenAsync("/hoyanger/mi-side/plan")).Must(200);
        await browser.SubmitAsync(plan, new() { ["_do"] = "open" }, new() { ["samtykke"] = "ja" });

        // The consent reaches her record by message.
        var ended = await Eventually.BecomesAsync(async () =>
        {
            var ask = (await browser.OpenAsync("/hoyanger/mi-side/plan/avslutt")).Must(200);
            Assert.Contains("Vil du behalde koordinatoren?", ask.Body, StringComparison.Ordinal);
            Assert.Contains("Planen blir lukka med ein gong", ask.Body, StringComparison.Ordinal);
            return await browser.SubmitAsync(ask, new() { ["_do"] = "end" }, new() { ["behald"] = "ja" });
        }, page => page.Status == 200, TimeSpan.FromSeconds(5), "the plan is ended");
        Assert.Equal("/hoyanger/mi-side/plan", ended.Address.AbsolutePath);
        Assert.Contains("Planen er lukka, fordi samtykket er trekt tilbake.", ended.Body, StringComparison.Ordinal);
        var closed = (await _platform.GetAsync(owner.Token, owner.Plan)).Must(200).Json;
        Assert.Equal((false, "consentWithdrawn"), (closed["open"]!.GetValue<bool>(), closed["closing"]!.GetValue<string>()));
        Assert.Equal("active", (await people.ReadAsync(owner, owner.Token))["stage"]!.GetValue<string>());

        var before = (await browser.OpenAsync("/hoyanger/mi-side/koordinator/avslutt")).Must(200);
        Assert.Contains("Tenestene held fram som før.", before.Body, StringComparison.Ordinal);
        var after = (await browser.SubmitAsync(before, new() { ["_do"] = "end" }, [])).Must(200);
        Assert.Equal("/hoyanger/mi-side", after.Address.AbsolutePath);
        Assert.Equal("ended", (await people.ReadAsync(owner, owner.Token))["stage"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("nei", "ended")]
    [InlineData("ja", "active")]
    public async Task Whoever_ends_the_plan_says_herself_whether_the_coordinator_stays(string keeps, string stage)
    {
        var people = new People(_platform, "hoyanger");
        var owner = await people.CoordinatedAsync("hoyanger-coordinator-2");
        (await _platform.PostAsync(owner.Token, owner.Plan, Consent)).Must(200);
        using var browser = new Browser(fixture.Cluster, owner.Token);
        await Eventually.BecomesAsync(
            async () => await browser.SubmitAsync((await browser.OpenAsync("/hoyanger/mi-side/plan/avslutt")).Must(200), new() { ["_do"] = "end" }, new() { ["behald"] = keeps }),
            page => page.Status == 200, TimeSpan.FromSeconds(5), "the plan is ended");
        Assert.Equal(stage, (await people.ReadAsync(owner, owner.Token))["stage"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_coordinator_registers_a_withdrawal_that_she_was_told_of_and_says_how()
    {
        var people = new People(_platform, "hoyanger");
        var owner = await people.CoordinatedAsync("hoyanger-coordinator-3");
        (await _platform.PostAsync(owner.Token, owner.Plan, Consent)).Must(200);
        using var browser = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync("hoyanger-coordinator-3"));
        var address = $"/hoyanger/arbeid/{owner.Id}/plan";
        var ask = await Eventually.BecomesAsync(() => browser.OpenAsync($"{address}/avslutt"), page => page.Status == 200, TimeSpan.FromSeconds(5), "the coordinator may");
        var unsaid = (await browser.SubmitAsync(ask, new() { ["_do"] = "end" }, [])).Must(422);
        var told = await Eventually.BecomesAsync(() => browser.SubmitAsync(unsaid, new() { ["_do"] = "end" }, new() { ["kanal"] = "phone" }), page => page.Status == 200, TimeSpan.FromSeconds(5), "the withdrawal is registered");
        Assert.Equal(address, told.Address.AbsolutePath);
        Assert.Contains("Planen er lukka", told.Body, StringComparison.Ordinal);
        Assert.Equal("active", (await people.ReadAsync(owner, owner.Token))["stage"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("handler")]
    [InlineData("leader")]
    public async Task Whoever_in_the_unit_answers_the_telephone_registers_a_withdrawal_and_reads_nothing_of_the_plan(string who)
    {
        var owner = await _platform.NewPlanOwnerAsync("gulen");
        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Eit mål som eininga ikkje les" })).Must(200);
        using var browser = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync($"gulen-{who}"));
        var address = $"/gulen/eining/person/{owner.Id}/samtykke";
        // She is in none of the unit's lists: nobody waits for anything.
        var search = (await browser.OpenAsync("/gulen/eining/finn")).Must(200);
        Assert.Contains("Vi finn ingen her", (await browser.SubmitAsync(search, new() { ["_do"] = "find" }, new() { ["fnr"] = Platform.NewNationalId() })).Must(422).Body, StringComparison.Ordinal);
        var found = (await browser.SubmitAsync(search, new() { ["_do"] = "find" }, new() { ["fnr"] = owner.NationalId.Insert(6, " ") })).Must(200);
        Assert.Equal(address[..^"/samtykke".Length], found.Address.AbsolutePath);
        Assert.Contains($"href=\"{address}\"", found.Body, StringComparison.Ordinal);
        var ask = await Eventually.BecomesAsync(() => browser.OpenAsync(address), page => page.Body.Contains("name=\"samtykke\"", StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the consent is in the person's record");
        Assert.DoesNotContain("eininga ikkje les", ask.Body, StringComparison.Ordinal);
        var unsaid = (await browser.SubmitAsync(ask, new() { ["_do"] = "withdraw" }, [])).Must(422);
        Assert.Contains("Vel korleis personen sa det.", unsaid.Body, StringComparison.Ordinal);
        var told = (await browser.SubmitAsync(unsaid, new() { ["_do"] = "withdraw" }, new() { ["kanal"] = "phone" })).Must(200);
        Assert.Equal(address, told.Address.AbsolutePath);
        Assert.DoesNotContain("name=\"samtykke\"", told.Body, StringComparison.Ordinal);
        await Eventually.BecomesAsync(() => _platform.GetAsync(owner.Token, owner.Plan), plan => !plan.Json["open"]!.GetValue<bool>(), TimeSpan.FromSeconds(5), "the plan is closed");
    }

    private async Task<JsonNode> MeasureAsync(Citizen owner) => Assert.Single((await _platform.GetAsync(owner.Token, owner.Plan)).Must(200).Json["goals"]![0]!["measures"]!.AsArray())!;

    private async Task<string> CoordinatorAsync(Citizen owner)
    {
        var coordinator = await _platform.TokenOfStaffAsync("gulen-coordinator-1");
        var staff = (await _platform.GetAsync(coordinator, "/gulen/api/me")).Must(200).Json["id"]!.GetValue<Guid>();
        (await _platform.PostAsync(await _platform.TokenOfStaffAsync("gulen-handler"), $"/gulen/api/persons/{owner.Id}/relations", new { staff, kind = "coordinator" })).Must(200);
        return coordinator;
    }
}

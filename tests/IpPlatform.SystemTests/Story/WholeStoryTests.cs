using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Story;

/// <summary>From a municipality's page to a coordinator at work, for each municipality on its own form, without JavaScript.</summary>
[OverHttp]
public sealed class WholeStoryTests(PlatformFixture fixture) : IDisposable
{
    private const string Need = "Eg har mange tenester og treng éin å snakke med";

    private readonly Platform _platform = new(fixture.Cluster);
    private readonly Browser _browser = new(fixture.Cluster);

    public void Dispose() => _browser.Dispose();

    [Theory]
    [InlineData("luster", "meld")]
    [InlineData("gulen", "sok")]
    [InlineData("hoyanger", "meld")]
    [InlineData("alver", "sok")]
    [Obligation("O-019")]
    [Obligation("O-043")]
    public async Task A_resident_asks_is_answered_and_gets_a_coordinator(string slug, string word)
    {
        var page = await _browser.OpenAsync($"/{slug}");
        Assert.Contains("Prøveversjon", page.Body, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{slug}/{word}\"", page.Body, StringComparison.Ordinal);

        var nationalId = Platform.NewNationalId();
        var form = await _browser.OpenAsync($"/{slug}/{word}");
        var fields = FormFilling.For(slug, nationalId, Need);
        var empty = await _browser.SubmitFieldsAsync(form, $"/{slug}/{word}", [.. fields.Where(field => field.Value != Need)]);
        Assert.Equal(422, empty.Status);
        Assert.Contains("<title>Feil:", empty.Body, StringComparison.Ordinal);
        Assert.Contains("Syntetisk Testperson", empty.Body, StringComparison.Ordinal);

        var receipt = await _browser.SubmitFieldsAsync(empty, $"/{slug}/{word}", fields);
        Assert.Equal(200, receipt.Status);
        Assert.EndsWith("/kvittering", receipt.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain(Need, receipt.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Syntetisk Testperson", receipt.Body, StringComparison.Ordinal);

        var (caseId, person) = await DecideAsync(slug, nationalId);
        var citizen = await _platform.TokenOfCitizenAsync(nationalId);
        var letter = (await _platform.GetAsync(citizen, $"/{slug}/api/me/cases/{caseId}")).Must(200).Json["letter"]!;
        Assert.NotNull(letter["complainBy"]);
        Assert.NotEqual("", letter["settings"]!["complaintReceiver"]!.GetValue<string>());
        Assert.Equal("coordinator", Assert.Single(letter["outcomes"]!.AsArray())!["service"]!.GetValue<string>());
        Assert.Equal(404, (await _platform.GetAsync(citizen, $"/{slug}/api/persons/{person}/plan")).Status);

        await AppointAsync(slug, person);
        var coordination = (await _platform.GetAsync(citizen, $"/{slug}/api/persons/{person}/coordination")).Must(200).Json;
        Assert.Equal("active", coordination["stage"]!.GetValue<string>());
        Assert.Equal(404, (await _platform.GetAsync(citizen, $"/{slug}/api/persons/{person}/plan")).Status);
        var other = await _platform.TokenOfStaffAsync($"{slug}-coordinator-2");
        Assert.Equal(404, (await _platform.GetAsync(other, $"/{slug}/api/persons/{person}/coordination")).Status);
    }

    [Fact]
    [Obligation("O-047")]
    public async Task Without_a_reason_nobody_is_appointed_who_does_not_serve_the_person_nor_against_her_wish()
    {
        var nationalId = Platform.NewNationalId();
        (await _platform.SendAsync(null, HttpMethod.Post, "/luster/api/reports", new { reporterRole = "self", services = new[] { "coordinator" }, need = Need, nationalId })).Must(200);
        var (_, person) = await DecideAsync("luster", nationalId);
        var handler = await _platform.TokenOfStaffAsync("luster-handler");
        var staff = await StaffIdAsync("luster", "luster-coordinator-1");
        var offer = $"/luster/api/persons/{person}/coordination/offer";
        Assert.Equal("COORDINATOR_CHOICE_NEEDS_REASON", (await _platform.PostAsync(handler, offer, new { staff })).Must(422).Code);
        (await _platform.PostAsync(await _platform.TokenOfCitizenAsync(nationalId), $"/luster/api/persons/{person}/coordination/wish", new { text = "Ei kvinne som kan teiknspråk" })).Must(200);
        Assert.Equal("COORDINATOR_WISH_NEEDS_REASON", (await _platform.PostAsync(handler, offer, new { staff, serves = true })).Must(422).Code);
        (await _platform.PostAsync(handler, offer, new { staff, serves = true, reasonWishNotFollowed = "Ingen hos oss kan teiknspråk enno" })).Must(200);
    }

    [Fact]
    [Obligation("O-027")]
    public async Task Who_lives_where_the_platform_is_not_is_told_where_to_turn()
    {
        var found = await _browser.OpenAsync("/?q=bergen");
        Assert.Contains("/kommune/4601", found.Body, StringComparison.Ordinal);
        var away = await _browser.OpenAsync("/kommune/4601");
        Assert.Equal(200, away.Status);
        Assert.Contains("Ring sentralbordet til kommunen", away.Body, StringComparison.Ordinal);
        Assert.Contains("ringje sentralbordet til sjukehuset", away.Body, StringComparison.Ordinal);
        Assert.Contains("/luster", (await _browser.OpenAsync("/?q=LUSTER kommune")).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Obligation("O-124")]
    public async Task A_phone_is_shown_two_and_two_digits_and_dialled_whole()
    {
        var page = await _browser.OpenAsync("/hoyanger");
        Assert.Contains("<a href=\"tel:+4797154748\">97 15 47 48</a>", page.Body.Replace("&#x2B;", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private async Task<(Guid Case, Guid Person)> DecideAsync(string slug, string nationalId)
    {
        var citizen = await _platform.TokenOfCitizenAsync(nationalId);
        var handler = await _platform.TokenOfStaffAsync($"{slug}-handler");
        var own = JsonNode.Parse((await _platform.GetAsync(citizen, $"/{slug}/api/me/cases")).Must(200).Body)!.AsArray();
        var id = Assert.Single(own)!["caseId"]!.GetValue<Guid>();
        var queue = (await _platform.GetAsync(handler, $"/{slug}/api/unit/queue")).Must(200).Body;
        Assert.Contains(id.ToString(), queue, StringComparison.Ordinal);
        Assert.DoesNotContain(Need, queue, StringComparison.Ordinal);
        (await _platform.PostAsync(handler, $"/{slug}/api/cases/{id}/take")).Must(200);
        var document = (await _platform.GetAsync(handler, $"/{slug}/api/cases/{id}")).Must(200).Json;
        var outcomes = new[] { new { service = "coordinator", granted = true } };
        Assert.Equal("CASE_REASONS_MISSING", (await _platform.PostAsync(handler, $"/{slug}/api/cases/{id}/decision", new { outcomes, reasons = "", seenVersion = 99 })).Must(422).Code);
        (await _platform.PostAsync(handler, $"/{slug}/api/cases/{id}/decision", new { outcomes, reasons = "Du treng tenester som må samordnast.", seenVersion = document["version"]!.GetValue<long>() })).Must(200);
        var person = document["personId"]!.GetValue<Guid>();
        await Eventually.BecomesAsync(async () => (await _platform.GetAsync(handler, $"/{slug}/api/persons/{person}/coordination")).Status == 200, done => done, TimeSpan.FromSeconds(10), "the coordination hears of the decision");
        return (id, person);
    }

    private async Task AppointAsync(string slug, Guid person)
    {
        var handler = await _platform.TokenOfStaffAsync($"{slug}-handler");
        var coordinator = await _platform.TokenOfStaffAsync($"{slug}-coordinator-1");
        var path = $"/{slug}/api/persons/{person}/coordination";
        (await _platform.PostAsync(handler, $"{path}/offer", new { staff = await StaffIdAsync(slug, $"{slug}-coordinator-1"), serves = true })).Must(200);
        await Eventually.BecomesAsync(async () => (await _platform.PostAsync(coordinator, $"{path}/accept")).Status == 200, done => done, TimeSpan.FromSeconds(10), "the offered employee can accept");
        await Eventually.BecomesAsync(async () => (await _platform.PostAsync(coordinator, $"{path}/next-step", new { text = "Vi møtest", who = "Koordinatoren", by = "2030-01-15" })).Status == 200, done => done, TimeSpan.FromSeconds(10), "the coordinator may say what happens next");
    }

    private async Task<Guid> StaffIdAsync(string slug, string subject) =>
        (await _platform.GetAsync(await _platform.TokenOfStaffAsync(subject), $"/{slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();
}

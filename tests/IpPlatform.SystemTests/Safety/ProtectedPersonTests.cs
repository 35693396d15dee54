using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Story;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Safety;

/// <summary>S-07: nothing that the product shows tells who or where a protected person is, to anybody who does not serve her.</summary>
[OverHttp]
public sealed class ProtectedPersonTests(PlatformFixture fixture) : IDisposable
{
    private const string Slug = "luster";
    private const string Name = "Syntetisk Gøymd";

    private readonly Platform _platform = new(fixture.Cluster);
    private readonly Browser _stranger = new(fixture.Cluster);

    public void Dispose() => _stranger.Dispose();

    [Fact]
    public async Task A_strangers_report_about_a_protected_person_is_received_as_any_other_and_stands_in_the_queue_with_its_mark()
    {
        var handler = await _platform.TokenOfStaffAsync($"{Slug}-handler");
        var hidden = await ProtectedAsync(handler);
        var open = await _platform.NewCitizenAsync(Slug);
        var (about, usual) = (await ReportAsync(hidden.NationalId), await ReportAsync(open.NationalId));
        Assert.Equal((200, usual.Status), (about.Status, about.Status));
        Assert.Equal(usual.Json.Select(member => member.Key), about.Json.Select(member => member.Key));
        Assert.Equal(usual.Body.Replace($"\"{NumberOf(usual)}\"", "", StringComparison.Ordinal), about.Body.Replace($"\"{NumberOf(about)}\"", "", StringComparison.Ordinal));
        Assert.Equal("confidential", (await QueuedAsync(handler, about))["protection"]!.GetValue<string>());
        Assert.Equal("none", (await QueuedAsync(handler, usual))["protection"]!.GetValue<string>());
        Assert.Contains("Verna adresse", (await _platform.GetAsync(handler, $"/{Slug}/eining")).Must(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_and_its_receipt_are_the_same_for_a_protected_person_and_for_any_other()
    {
        var hidden = await ProtectedAsync(await _platform.TokenOfStaffAsync($"{Slug}-handler"));
        var open = await _platform.NewCitizenAsync(Slug);
        var (about, usual) = (await SendFormAsync(hidden.NationalId), await SendFormAsync(open.NationalId));
        Assert.Equal((200, 200), (about.Status, usual.Status));
        Assert.Equal(System.Text.RegularExpressions.Regex.Replace(usual.Body, "2[0-9]{3}-[0-9]+|k=[^\"]*|value=\"[^\"]*\"", ""), System.Text.RegularExpressions.Regex.Replace(about.Body, "2[0-9]{3}-[0-9]+|k=[^\"]*|value=\"[^\"]*\"", ""));
    }

    [Fact]
    public async Task What_could_locate_her_in_a_case_is_there_for_the_handler_who_takes_it_on_and_no_other()
    {
        var handler = await _platform.TokenOfStaffAsync($"{Slug}-handler");
        var hidden = await ProtectedAsync(handler);
        var receipt = await ReportAsync(hidden.NationalId);
        var path = $"/{Slug}/api/cases/{(await QueuedAsync(handler, receipt))["caseId"]!.GetValue<string>()}";
        var masked = (await _platform.GetAsync(handler, path)).Must(200);
        Assert.True(masked.Json["masked"]!.GetValue<bool>());
        Assert.DoesNotContain("99999998", masked.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Gøymsleveien", masked.Body, StringComparison.Ordinal);
        (await _platform.PostAsync(handler, $"{path}/take")).Must(200);
        Assert.Contains("Gøymsleveien", (await _platform.GetAsync(handler, path)).Must(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_name_stands_in_lists_only_for_those_who_serve_her()
    {
        var home = await Household.OfAsync(_platform, Slug, Name);
        await ProtectAsync(home.Handler, home.Child.Id);
        var leader = await _platform.TokenOfStaffAsync($"{Slug}-leader");
        Assert.Contains(Name, (await _platform.GetAsync(home.Coordinator, $"/{Slug}/arbeid")).Must(200).Body, StringComparison.Ordinal);
        (await _platform.PostAsync(home.Handler, $"{home.Person}/coordination/end", new { reason = "coordinatorStops" })).Must(200);
        foreach (var reader in (string[])[home.Handler, leader])
        {
            var list = (await _platform.GetAsync(reader, $"/{Slug}/eining")).Must(200).Body;
            Assert.Contains(home.Child.Id.ToString(), list, StringComparison.Ordinal);
            Assert.Contains("Verna person", list, StringComparison.Ordinal);
            Assert.DoesNotContain(Name, list, StringComparison.Ordinal);
        }

        // The handler opens her page, which is seen; the leader leads without her name.
        Assert.Contains(Name, (await _platform.GetAsync(home.Handler, home.UnitPage)).Must(200).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, (await _platform.GetAsync(leader, home.UnitPage)).Must(200).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, (await _platform.GetAsync(leader, $"{home.UnitPage}/vern")).Must(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Protection_closes_the_childs_pages_to_the_adults_until_one_is_let_in_anew()
    {
        var home = await Household.OfAsync(_platform, Slug);
        var (mona, per) = (await home.AdultAsync("jointResponsibility", reads: true), await home.AdultAsync("jointResponsibility", reads: true));
        (await _platform.GetAsync(per.Token, home.ChildPage)).Must(200);
        await ProtectAsync(home.Handler, home.Child.Id);
        foreach (var adult in (Adult[])[mona, per])
        {
            Assert.Equal(404, (await _platform.GetAsync(adult.Token, home.ChildPage)).Status);
            Assert.DoesNotContain(home.Child.Id.ToString(), (await _platform.GetAsync(adult.Token, $"/{Slug}/mi-side")).Must(200).Body, StringComparison.Ordinal);
        }

        (await _platform.PostAsync(home.Handler, $"{home.Person}/adults/{mona.Relation}/reading", new { reads = true, reason = "Barnet bur der" })).Must(200);
        (await _platform.GetAsync(mona.Token, home.ChildPage)).Must(200);
        Assert.Equal(404, (await _platform.GetAsync(per.Token, home.ChildPage)).Status);
    }

    [Fact]
    public async Task An_employee_tells_of_protection_in_a_report_and_nobody_else_is_heard()
    {
        var handler = await _platform.TokenOfStaffAsync($"{Slug}-handler");
        var coordinator = await _platform.TokenOfStaffAsync($"{Slug}-coordinator-2");
        Assert.Equal("PROTECTION_PERSON_MISSING", (await ReportAsync(null, coordinator, "strictlyConfidential")).Must(422).Code);
        var told = await ReportAsync(Platform.NewNationalId(), coordinator, "strictlyConfidential");
        Assert.Equal("strictlyConfidential", (await QueuedAsync(handler, told))["protection"]!.GetValue<string>());
        var unheard = await ReportAsync(Platform.NewNationalId(), null, "strictlyConfidential");
        Assert.Equal("none", (await QueuedAsync(handler, unheard))["protection"]!.GetValue<string>());
        // A report never makes it weaker.
        var hidden = await ProtectedAsync(handler);
        Assert.Equal("confidential", (await QueuedAsync(handler, await ReportAsync(hidden.NationalId, coordinator, "none")))["protection"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_form_asks_employees_of_protection_and_nobody_else()
    {
        var coordinator = await _platform.TokenOfStaffAsync($"{Slug}-coordinator-2");
        Assert.Contains("name=\"_vern\"", (await _platform.GetAsync(coordinator, $"/{Slug}/meld")).Must(200).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("_vern", (await _stranger.OpenAsync($"/{Slug}/meld")).Body, StringComparison.Ordinal);
        await _stranger.SignInAsync(Slug, $"{Slug}-coordinator-2", "staff");
        var form = await _stranger.OpenAsync($"/{Slug}/meld");
        var nationalId = Platform.NewNationalId();
        var receipt = await _stranger.SubmitFieldsAsync(form, $"/{Slug}/meld", [.. FormFilling.For(Slug, nationalId, "Treng ein koordinator"), new("_vern", "StrictlyConfidential")]);
        Assert.EndsWith("/kvittering", receipt.Address.AbsolutePath, StringComparison.Ordinal);
        var person = (await _platform.GetAsync(await _platform.TokenOfCitizenAsync(nationalId), $"/{Slug}/api/me")).Must(200).Json["id"]!.GetValue<Guid>();
        var handler = await _platform.TokenOfStaffAsync($"{Slug}-handler");
        Assert.Equal("strictlyConfidential", (await _platform.GetAsync(handler, $"/{Slug}/api/persons/{person}/adults")).Must(200).Json["protection"]!.GetValue<string>());
    }

    [Fact]
    public async Task Only_a_case_handler_sets_the_level_and_says_why()
    {
        var person = await _platform.NewCitizenAsync(Slug);
        var path = $"/{Slug}/api/persons/{person.Id}/protection";
        foreach (var token in (string[])[await _platform.TokenOfStaffAsync($"{Slug}-leader"), await _platform.TokenOfStaffAsync($"{Slug}-coordinator-1"), person.Token])
        {
            Assert.Equal(404, (await _platform.PostAsync(token, path, new { level = "confidential", reason = "Fordi" })).Status);
        }

        var handler = await _platform.TokenOfStaffAsync($"{Slug}-handler");
        Assert.Equal("PROTECTION_REASON_MISSING", (await _platform.PostAsync(handler, path, new { level = "confidential", reason = "" })).Must(422).Code);
    }

    private async Task<Citizen> ProtectedAsync(string handler)
    {
        var person = await _platform.NewCitizenAsync(Slug);
        await ProtectAsync(handler, person.Id);
        return person;
    }

    private async Task ProtectAsync(string handler, Guid person) =>
        (await _platform.PostAsync(handler, $"/{Slug}/api/persons/{person}/protection", new { level = "confidential", reason = "Sett i Folkeregisteret" })).Must(200);

    private Task<Answer> ReportAsync(string? nationalId, string? token = null, string protection = "none") => _platform.SendAsync(token, HttpMethod.Post, $"/{Slug}/api/reports", new
    {
        reporterRole = "relative", reporterName = "Syntetisk Framand", reporterPhone = "99999998", services = new[] { "coordinator" }, need = "Ho bur i Gøymsleveien 3", nationalId, protection,
    });

    private async Task<Page> SendFormAsync(string nationalId)
    {
        var word = "meld";
        var form = await _stranger.OpenAsync($"/{Slug}/{word}");
        return await _stranger.SubmitFieldsAsync(form, $"/{Slug}/{word}", FormFilling.For(Slug, nationalId, "Treng ein koordinator"));
    }

    private async Task<JsonNode> QueuedAsync(string handler, Answer receipt)
    {
        var queue = JsonNode.Parse((await _platform.GetAsync(handler, $"/{Slug}/api/unit/queue")).Must(200).Body)!.AsArray();
        return queue.Single(row => row!["number"]!.GetValue<string>() == NumberOf(receipt.Must(200)))!;
    }

    private static string NumberOf(Answer receipt) => receipt.Json["number"]!.GetValue<string>();
}

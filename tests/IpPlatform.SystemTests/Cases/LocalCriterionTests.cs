using System.Net;
using IpPlatform.Domain.Tenants;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Story;
using IpPlatform.SystemTests.Tenants;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.Cases;

/// <summary>What a municipality asks for besides the law advises, and carries no refusal.</summary>
[OverHttp]
public sealed class LocalCriterionTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    [Obligation("O-029")]
    public async Task A_refusal_on_a_stricter_local_criterion_alone_is_stopped_with_its_reason_and_passes_with_a_national_one_and_the_leaders_yes()
    {
        var handler = await _platform.TokenOfStaffAsync("luster-handler");
        var (_, id) = await new People(_platform, "luster").ReportedAsync(["individualPlan"]);
        var path = $"/luster/api/cases/{id}";
        (await _platform.PostAsync(handler, $"{path}/criteria", new { service = "individualPlan", criterion = "Minst tre faggrupper yter tenester", local = true, finding = "notMet", note = "To faggrupper." })).Must(200);
        var stopped = (await RefuseAsync(handler, path)).Must(422);
        Assert.Equal("CASE_LOCAL_CRITERION_ALONE", stopped.Code);
        Assert.Contains("strengare enn den nasjonale norma, som er to eller fleire tenester", stopped.Json["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("received", (await _platform.GetAsync(handler, path)).Must(200).Json["status"]!.GetValue<string>());

        (await _platform.PostAsync(handler, $"{path}/criteria", new { service = "individualPlan", criterion = "long-term", finding = "notMet", note = "Går over på to veker." })).Must(200);
        Assert.Equal("CASE_LOCAL_CRITERION_LEADER", (await RefuseAsync(handler, path)).Must(422).Code);
        (await _platform.PostAsync(handler, $"{path}/local-ground", new { reason = "Eg avgjer dette sjølv." })).Must(404);

        // The leader reads the case while it waits for her, and no longer.
        using var leader = new Browser(fixture.Cluster, await _platform.TokenOfStaffAsync("luster-leader"));
        (await leader.OpenAsync($"/luster/eining/sak/{id}")).Must(404);
        Assert.Contains($"<a href=\"/luster/eining/sak/{id}/lokalt\">Ventar på leiaren</a>", (await leader.OpenAsync("/luster/eining")).Must(200).Body, StringComparison.Ordinal);
        var page = (await leader.OpenAsync($"/luster/eining/sak/{id}/lokalt")).Must(200);
        Assert.Contains("To faggrupper.", page.Body, StringComparison.Ordinal);
        Assert.Contains($"href=\"/luster/eining/sak/{id}/lokalt#grunn\"", (await leader.SubmitAsync(page, new() { ["_do"] = "local-ground" }, new() { ["grunn"] = " " })).Must(422).Body, StringComparison.Ordinal);
        (await leader.SubmitAsync(page, new() { ["_do"] = "local-ground" }, new() { ["grunn"] = "Kommunestyret har vedteke det." })).Must(200);
        (await leader.OpenAsync($"/luster/eining/sak/{id}/lokalt")).Must(404);
        (await RefuseAsync(handler, path)).Must(200);
    }

    [Fact]
    public async Task The_administrator_is_told_beside_the_field_that_a_criterion_is_stricter_than_the_norm_and_may_keep_it()
    {
        using var admin = new AdminSeat(fixture, "gulen");
        await admin.SignInAsync();
        var text = $"Minimum tre faggrupper yter tenester {Platform.NewCommand():N}";
        Dictionary<string, string> written = new() { ["localCriteria-service"] = "individualPlan", ["localCriteria-text"] = text, ["localCriteria-source"] = "Prøve" };
        var empty = (await admin.PreviewAsync((await admin.OpenAsync("/kriterium/ny")).Must(200), new() { ["localCriteria-service"] = "eit eller anna" })).Must(422);
        Assert.Contains("id=\"localCriteria-service-feil\"", empty.Body, StringComparison.Ordinal);

        var preview = (await admin.PreviewAsync(empty, written)).Must(200);
        Assert.Matches("(?s)id=\"localCriteria-text-rad\">.{0,40}Kravet er strengare enn nasjonal norm", preview.Body);
        Assert.Matches("<textarea[^>]*aria-describedby=\"localCriteria-text-hjelp localCriteria-text-rad\"", preview.Body);
        (await admin.PublishAsync(preview, "Vedtak i kommunen")).Must(200);
        var entry = $"/kriterium/{EntryId.Of(new LocalCriterion(MunicipalService.IndividualPlan, text, ""))}";
        Assert.Contains("id=\"localCriteria-text-rad\"", (await admin.OpenAsync(entry)).Must(200).Body, StringComparison.Ordinal);
        Assert.Contains("/gulen/admin/kriterium\"", (await admin.OpenAsync("/lovsjekk")).Must(200).Body, StringComparison.Ordinal);

        // It reaches the case handler, as advice.
        var (_, id) = await new People(_platform, "gulen").ReportedAsync(["individualPlan"]);
        var handler = await _platform.TokenOfStaffAsync("gulen-handler");
        await Eventually.BecomesAsync(
            () => _platform.GetAsync(handler, $"/gulen/eining/sak/{id}"), page => WebUtility.HtmlDecode(page.Body).Contains(text, StringComparison.Ordinal), TimeSpan.FromSeconds(5), "the case shows the criterion");

        var mild = (await admin.PreviewAsync(await admin.OpenAsync(entry), new() { ["localCriteria-text"] = "To eller fleire tenester" })).Must(200);
        Assert.DoesNotContain("localCriteria-text-rad", mild.Body, StringComparison.Ordinal);
        var removal = (await admin.Browser.SubmitAsync((await admin.OpenAsync(entry)).Must(200), new() { ["_do"] = "preview", ["remove"] = "ja" }, [])).Must(200);
        (await admin.PublishAsync(removal, "Prøva er over")).Must(200);
        (await admin.OpenAsync(entry)).Must(404);
    }

    private async Task<Answer> RefuseAsync(string handler, string path)
    {
        var seenVersion = (await _platform.GetAsync(handler, path)).Must(200).Json["version"]!.GetValue<long>();
        var decision = new { outcomes = new[] { new { service = "individualPlan", granted = false } }, reasons = "Færre enn tre faggrupper.", seenVersion };
        return await _platform.SendAsync(handler, HttpMethod.Post, $"{path}/decision", decision, adjust: request => request.Headers.Add("Accept-Language", "nn"));
    }
}

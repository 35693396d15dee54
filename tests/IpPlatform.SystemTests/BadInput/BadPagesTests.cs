using System.Net;
using System.Text;
using IpPlatform.Domain.Calendar;
using IpPlatform.SystemTests.Http;
using IpPlatform.SystemTests.SignIn;
using IpPlatform.SystemTests.Story;
using IpPlatform.TestSupport;

namespace IpPlatform.SystemTests.BadInput;

/// <summary>
/// What people fill in wrongly, or at the same time as others, at its place: the same page again in their language, saying what to do,
/// with every word that they wrote.
/// </summary>
[OverHttp]
public sealed class BadPagesTests(PlatformFixture fixture)
{
    private const string Written = "Dette skreiv eg, og det skal ikkje bli borte";
    private const string Others = "Dette skreiv den andre";

    private static readonly Dictionary<string, BadPage> Inputs = new()
    {
        ["a report without the need"] = new("Form_Error_MISSING", 422, "Syntetisk Testperson"),
        ["a report with a wrong national id"] = new("Form_Error_NATIONAL_ID_INVALID", 422, Written),
        ["a file of another type than its name"] = new("Form_Error_FILE_NOT_AS_NAMED", 422, Written),
        ["a decision without reasons"] = new("Problem_CASE_REASONS_MISSING", 422, "value=\"ja\" checked"),
        ["a refusal on a local criterion alone"] = new("Problem_CASE_LOCAL_CRITERION_ALONE", 422, Written),
        ["two handlers at once"] = new("Problem_CASE_CHANGED_MEANWHILE", 409, Written),
        ["an appointment against an absence"] = new("Problem_COORDINATOR_ABSENT", 422, Written),
        ["two appointments at once"] = new("Problem_OFFER_EXISTS", 409, Written),
        ["a plan without consent"] = new("Problem_CONSENT_REQUIRED", 422),
        ["two tabs at once"] = new("Plan_Both", 409, Written, Others),
        ["a coordinator at the owner's words"] = new("Problem_WHAT_MATTERS_BELONGS_TO_OWNER", 422, Written),
    };

    private readonly Platform _platform = new(fixture.Cluster);

    public static TheoryData<string, string> Table { get; } = [.. from input in Inputs.Keys from language in ProductTexts.Languages select new TheoryDataRow<string, string>(input, language)];

    [Theory]
    [MemberData(nameof(Table))]
    public async Task The_page_comes_again_in_the_readers_language_and_nothing_is_lost(string input, string language)
    {
        var expected = Inputs[input];
        var page = await SendAsync(input, language);
        Assert.Equal(expected.Status, page.Status);
        var body = WebUtility.HtmlDecode(page.Body);
        Assert.Contains($"<html lang=\"{language}\"", body, StringComparison.Ordinal);
        Assert.Contains(ProductTexts.Beginning(language, expected.Says), body, StringComparison.Ordinal);
        Assert.All(expected.Kept, kept => Assert.Contains(kept, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_sent_twice_is_one_case_with_one_receipt()
    {
        using var browser = new Browser(fixture.Cluster);
        var nationalId = Platform.NewNationalId();
        var form = (await browser.OpenAsync("/luster/meld")).Must(200);
        var fields = FormFilling.For("luster", nationalId, Written);
        var receipts = new[] { await browser.SubmitFieldsAsync(form, "/luster/meld", fields), await browser.SubmitFieldsAsync(form, "/luster/meld", fields) };
        Assert.Single(receipts.Select(receipt => System.Text.RegularExpressions.Regex.Match(receipt.Must(200).Body, @"<strong>(\d{4}-\d+)</strong>").Groups[1].Value).Distinct(), number => number.Length > 0);
        Assert.Single(System.Text.Json.Nodes.JsonNode.Parse((await _platform.GetAsync(await _platform.TokenOfCitizenAsync(nationalId), "/luster/api/me/cases")).Must(200).Body)!.AsArray());
    }

    private Task<Page> SendAsync(string input, string language) => input switch
    {
        "a report without the need" => ReportAsync(language, Platform.NewNationalId(), "", null),
        "a report with a wrong national id" => ReportAsync(language, "12345678901", Written, null),
        "a file of another type than its name" => ReportAsync(language, Platform.NewNationalId(), Written, ("vedlegg", "brev.pdf", Encoding.UTF8.GetBytes("Dette er ikkje ein PDF."))),
        "a decision without reasons" => DecideAsync(language, granted: true, "", _ => Task.CompletedTask),
        "a refusal on a local criterion alone" => DecideAsync(language, granted: false, Written, id => AssessAsync(id, "Tre faggrupper", local: true), before: true),
        "two handlers at once" => DecideAsync(language, granted: true, Written, id => AssessAsync(id, "long-term", local: false)),
        "an appointment against an absence" => AppointAsync(language, absent: true),
        "two appointments at once" => AppointAsync(language, absent: false),
        "a plan without consent" => PlanAsync(language, open: false, "open", []),
        "two tabs at once" => PlanAsync(language, open: true, "matters", new() { ["text"] = Written }),
        "a coordinator at the owner's words" => CoordinatorWritesAsync(language),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input, null),
    };

    private Browser Screen(string language, string? token = null)
    {
        var browser = new Browser(fixture.Cluster, token);
        browser.Speak(language);
        return browser;
    }

    private async Task<Page> ReportAsync(string language, string nationalId, string need, (string Field, string Name, byte[] Content)? file)
    {
        using var browser = Screen(language);
        var form = (await browser.OpenAsync("/luster/meld")).Must(200);
        var fields = FormFilling.For("luster", nationalId, need);
        return file is { } one ? await browser.SubmitFileAsync(form, "/luster/meld", fields, one) : await browser.SubmitFieldsAsync(form, "/luster/meld", fields);
    }

    /// <summary>A handler decides on the page that she has open, and something happens before or after she opened it.</summary>
    private async Task<Page> DecideAsync(string language, bool granted, string reasons, Func<Guid, Task> meanwhile, bool before = false)
    {
        var (_, id) = await new People(_platform, "luster").ReportedAsync(["coordinator"]);
        using var browser = Screen(language, await _platform.TokenOfStaffAsync("luster-handler"));
        if (before) await meanwhile(id);
        var page = (await browser.OpenAsync($"/luster/eining/sak/{id}")).Must(200);
        if (!before) await meanwhile(id);
        return await browser.SubmitAsync(page, new() { ["_do"] = "decide" }, new() { ["svar-Coordinator"] = granted ? "ja" : "nei", ["grunngiving"] = reasons });
    }

    private async Task AssessAsync(Guid id, string criterion, bool local) =>
        (await _platform.PostAsync(await _platform.TokenOfStaffAsync("luster-handler"), $"/luster/api/cases/{id}/criteria", new { service = "coordinator", criterion, finding = "notMet", local, note = "Samtale." })).Must(200);

    private async Task<Page> AppointAsync(string language, bool absent)
    {
        var people = new People(_platform, "alver");
        var citizen = await people.GrantedAsync();
        // Works in another municipality and comes here to be away: an absence of those who work here would meet other tests.
        var away = await people.StaffIdAsync("hoyanger-coordinator-4");
        var today = Norway.DayOf(TimeProvider.System.GetUtcNow());
        if (absent)
        {
            await _platform.PostAsync(await _platform.TokenOfStaffAsync("alver-leader"), "/alver/api/unit/roles/grant", new { staff = away, role = "coordinator" });
            var registered = await _platform.PostAsync(await _platform.TokenOfStaffAsync("alver-leader"), $"/alver/api/unit/coordinators/{away}/absences", new { first = $"{today.AddDays(-1):yyyy-MM-dd}", last = $"{today.AddDays(30):yyyy-MM-dd}" });
            Assert.True(registered.Status is 200 or 409, registered.Body);
        }

        using var browser = Screen(language, await _platform.TokenOfStaffAsync("alver-handler"));
        var page = (await browser.OpenAsync($"/alver/eining/person/{citizen.Id}")).Must(200);
        var chosen = absent ? away : await people.StaffIdAsync("alver-coordinator-1");
        if (!absent) (await people.OfferAsync(citizen, new() { ["staff"] = chosen, ["serves"] = true })).Must(200);
        return await browser.SubmitAsync(page, new() { ["_do"] = "offer" }, new() { ["koordinator"] = chosen.ToString(), ["kvifor"] = Written });
    }

    private async Task<Page> PlanAsync(string language, bool open, string handling, Dictionary<string, string> fields)
    {
        var owner = open ? await _platform.NewPlanOwnerAsync("gulen") : await _platform.NewCitizenAsync("gulen");
        using var browser = Screen(language, owner.Token);
        var page = (await browser.OpenAsync("/gulen/mi-side/plan")).Must(200);
        if (open) await WriteAsync(owner);
        return await browser.SubmitAsync(page, new() { ["_do"] = handling }, fields);
    }

    private async Task<Page> CoordinatorWritesAsync(string language)
    {
        var owner = await _platform.NewPlanOwnerAsync("gulen");
        var token = await _platform.TokenOfStaffAsync("gulen-coordinator-4");
        var staff = await new People(_platform, "gulen").StaffIdAsync("gulen-coordinator-4");
        (await _platform.PostAsync(await _platform.TokenOfStaffAsync("gulen-handler"), $"/gulen/api/persons/{owner.Id}/relations", new { staff, kind = "coordinator" })).Must(200);
        using var browser = Screen(language, token);
        var page = (await browser.OpenAsync($"/gulen/arbeid/{owner.Id}/plan")).Must(200);
        await WriteAsync(owner);
        return await browser.SubmitAsync(page, new() { ["_do"] = "matters" }, new() { ["text"] = Written });
    }

    private async Task WriteAsync(Citizen owner) => (await _platform.SendAsync(owner.Token, HttpMethod.Put, $"{owner.Plan}/what-matters", new { text = Others, seenVersion = 1 })).Must(200);

    /// <param name="Says">Key of the text that says what is wrong.</param>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Kept">What must stand on the page.</param>
    private sealed record BadPage(string Says, int Status, params string[] Kept);
}

using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Npgsql;

namespace IpPlatform.SystemTests.Cases;

/// <summary>S-15: a professional's report about somebody who has not agreed carries nothing of the person and leads to advice only.</summary>
[OverHttp]
public sealed class AdviceOnlyTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Theory]
    [InlineData("need")]
    [InlineData("personName")]
    [InlineData("wishedCoordinator")]
    [InlineData("nationalId")]
    public async Task A_report_that_tells_of_the_person_is_refused_and_nobody_is_registered(string member)
    {
        var nationalId = Platform.NewNationalId();
        var (before, report) = (await PersonsAsync(), Unasked());
        report[member] = member == "nationalId" ? nationalId : "Syntetisk Noko";
        Assert.Equal("CASE_NOT_AGREED", (await SendAsync(report)).Must(422).Code);
        Assert.Equal(before, await PersonsAsync());
    }

    [Fact]
    public async Task The_handler_can_advise_and_nothing_else()
    {
        var handler = await _platform.TokenOfStaffAsync("gulen-handler");
        var path = await ReportedAsync(handler);
        var document = (await _platform.GetAsync(handler, path)).Must(200).Json;
        Assert.True(document["adviceOnly"]!.GetValue<bool>());
        Assert.Empty(document["criteria"]!.AsArray());

        var before = await PersonsAsync();
        Assert.Equal("CASE_ADVICE_ONLY", (await _platform.PostAsync(handler, $"{path}/person", new { nationalId = Platform.NewNationalId() })).Must(422).Code);
        Assert.Equal(before, await PersonsAsync());
        Assert.Equal("CASE_ADVICE_ONLY", (await _platform.PostAsync(handler, $"{path}/criteria", new { service = "coordinator", criterion = "long-term", finding = "met" })).Must(422).Code);
        Assert.Equal("CASE_ADVICE_ONLY", (await _platform.PostAsync(handler, $"{path}/decision", new { outcomes = new[] { new { service = "coordinator", granted = false } }, reasons = "Nei", seenVersion = 9 })).Must(422).Code);
        Assert.Equal("CASE_ADVICE_MISSING", (await _platform.PostAsync(handler, $"{path}/advice", new { advice = " " })).Must(422).Code);
        (await _platform.PostAsync(handler, $"{path}/advice", new { advice = "Spør først personen." })).Must(200);
        Assert.Equal("advised", (await _platform.GetAsync(handler, path)).Must(200).Json["status"]!.GetValue<string>());
        Assert.Equal("CASE_CLOSED_BEFORE", (await _platform.PostAsync(handler, $"{path}/agreement", new { channel = "phone" })).Must(409).Code);
    }

    [Fact]
    public async Task When_the_person_agrees_after_all_the_case_goes_on_like_any_other()
    {
        var handler = await _platform.TokenOfStaffAsync("gulen-handler");
        var path = await ReportedAsync(handler);
        (await _platform.PostAsync(handler, $"{path}/agreement", new { channel = "phone" })).Must(200);
        Assert.Equal("CASE_NEEDS_DECISION", (await _platform.PostAsync(handler, $"{path}/advice", new { advice = "Spør" })).Must(422).Code);
        (await _platform.PostAsync(handler, $"{path}/person", new { nationalId = Platform.NewNationalId() })).Must(200);
        var seenVersion = (await _platform.GetAsync(handler, path)).Must(200).Json["version"]!.GetValue<long>();
        (await _platform.PostAsync(handler, $"{path}/decision", new { outcomes = new[] { new { service = "coordinator", granted = true } }, reasons = "Personen treng det.", seenVersion })).Must(200);
    }

    private async Task<string> ReportedAsync(string handler)
    {
        var number = (await SendAsync(Unasked())).Must(200).Json["number"]!.GetValue<string>();
        var queue = JsonNode.Parse((await _platform.GetAsync(handler, "/gulen/api/unit/queue")).Must(200).Body)!.AsArray();
        return $"/gulen/api/cases/{queue.Single(row => row!["number"]!.GetValue<string>() == number)!["caseId"]!.GetValue<Guid>()}";
    }

    private static JsonObject Unasked() => new()
    {
        ["reporterRole"] = "professional", ["reporterName"] = "Syntetisk Fagperson", ["reporterPhone"] = "+4799999001", ["services"] = new JsonArray("coordinator"), ["need"] = "", ["personAgrees"] = false,
    };

    private async Task<Answer> SendAsync(JsonObject report) => await _platform.SendAsync(null, HttpMethod.Post, "/gulen/api/reports", report);

    private async Task<long> PersonsAsync()
    {
        await using var source = NpgsqlDataSource.Create(fixture.Cluster.Postgres!.Superuser);
        await using var command = source.CreateCommand("select count(*) from t_k4635.event where type = 'person-registered'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}

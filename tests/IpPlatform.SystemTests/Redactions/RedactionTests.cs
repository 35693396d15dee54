using System.Text;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Npgsql;

namespace IpPlatform.SystemTests.Redactions;

/// <summary>S-11: what should not have been written goes for good, everywhere, and history says that it did.</summary>
[OverHttp]
public sealed class RedactionTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task Words_in_a_plan_are_removed_everywhere_and_the_plan_goes_on()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var word = $"hemmeleg{Platform.NewCommand():N}";
        var goal = (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = $"Noko {word} om naboen" })).Must(200).Json;
        Assert.Equal(1, await FoundAsync("t_k4644", word));

        var leader = await _platform.TokenOfStaffAsync("luster-leader");
        var (path, body) = ($"{owner.Plan}/redactions", new { versions = new[] { goal["version"]!.GetValue<long>() }, reason = "thirdParty" });
        var command = Platform.NewCommand();
        var done = (await _platform.PostAsync(leader, path, body, command)).Must(200).Json;
        Assert.Equal(done["version"]!.GetValue<long>(), (await _platform.PostAsync(leader, path, body, command)).Must(200).Json["version"]!.GetValue<long>());

        Assert.Equal(0, await FoundAsync("t_k4644", word));
        Assert.DoesNotContain(word, (await _platform.GetAsync(owner.Token, owner.Plan)).Must(200).Body, StringComparison.Ordinal);
        (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Bu for meg sjølv" })).Must(200);
        Assert.Equal("thirdParty", await ScalarAsync<string>($"select redaction from t_k4644.event where stream = 'plan/{owner.Id}' and version = {goal["version"]}"));
        Assert.Equal(1L, await ScalarAsync<long>($"select count(*) from t_k4644.audit where target = 'plan/{owner.Id}' and action = 'Redact' and role = 'unit-leader'"));
    }

    [Fact]
    public async Task A_report_about_the_wrong_person_loses_its_words_and_stays_a_case()
    {
        var word = $"hemmeleg{Platform.NewCommand():N}";
        var report = new { reporterRole = "parent", reporterName = $"Syntetisk {word}", services = new[] { "coordinator" }, need = word, nationalId = Platform.NewNationalId(), personName = word };
        var number = (await _platform.SendAsync(null, HttpMethod.Post, "/gulen/api/reports", report)).Must(200).Json["number"]!.GetValue<string>();
        var caseId = await ScalarAsync<Guid>($"select case_id from t_k4635.case_row where number = '{number}'");
        var person = await ScalarAsync<Guid>($"select person_id from t_k4635.case_row where number = '{number}'");
        var leader = await _platform.TokenOfStaffAsync("gulen-leader");

        (await _platform.PostAsync(leader, $"/gulen/api/cases/{caseId}/redactions", new { versions = new[] { 1 }, reason = "wrongPerson" })).Must(200);
        var named = await ScalarAsync<long>($"select max(version) from t_k4635.event where stream = 'person/{person}' and type = 'person-described'");
        (await _platform.PostAsync(leader, $"/gulen/api/persons/{person}/redactions", new { versions = new[] { named }, reason = "wrongPerson" })).Must(200);

        Assert.Equal(0, await FoundAsync("t_k4635", word));
        var handler = await _platform.TokenOfStaffAsync("gulen-handler");
        Assert.Equal(number, (await _platform.GetAsync(handler, $"/gulen/api/cases/{caseId}")).Must(200).Json["number"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(99, "thirdParty", 404)]
    [InlineData(1, "fordi", 400)]
    [InlineData(1, "notNeeded", 422)]
    public async Task Without_a_known_change_and_a_known_reason_nothing_is_removed(long version, string reason, int status)
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        (await _platform.PostAsync(await _platform.TokenOfStaffAsync("luster-leader"), $"{owner.Plan}/redactions", new { versions = new[] { version }, reason })).Must(status);
        Assert.Equal(0L, await ScalarAsync<long>($"select count(*) from t_k4644.event where stream = 'plan/{owner.Id}' and redacted_at is not null"));
    }

    /// <summary>Fields of any table of the tenant's schema in which a word stands.</summary>
    private async Task<long> FoundAsync(string schema, string word)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Cluster.Postgres!.Superuser);
        var columns = new List<(string Table, string Column)>();
        await using (var command = source.CreateCommand("select table_name, column_name from information_schema.columns where table_schema = $1 and data_type in ('bytea', 'text', 'jsonb')"))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = schema });
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken)) columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word));
        var sql = string.Join(" + ", columns.Select(c => $"(select count(*) from {schema}.\"{c.Table}\" where \"{c.Column}\"::text like '%{word}%' or \"{c.Column}\"::text like '%{hex}%')"));
        return await ScalarAsync<long>($"select {sql}");
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Cluster.Postgres!.Superuser);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}

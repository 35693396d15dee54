using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Http;
using IpPlatform.TestSupport;
using Npgsql;

namespace IpPlatform.SystemTests.Plans;

/// <summary>
/// A commit whose answer was lost may arrive after the stream has been read anew. When the command comes again, its first answer stands,
/// and the plan and its open screens are where it left them.
/// </summary>
[OverHttp]
public sealed class LateCommitTests(PlatformFixture fixture)
{
    private readonly Platform _platform = new(fixture.Cluster);

    [Fact]
    public async Task A_late_change_is_read_and_told_when_its_command_comes_again_and_would_be_refused_now()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        var goal = (await _platform.PostAsync(owner.Token, $"{owner.Plan}/goals", new { text = "Lage middag" })).Must(200).Json;
        var id = goal["id"]!.GetValue<Guid>();
        await ComesAgainAsync(owner, HttpMethod.Put, $"{owner.Plan}/goals/{id}", new { text = "Lage mat", seenVersion = goal["version"]!.GetValue<long>() }, _ => (id, id));
    }

    [Fact]
    public async Task A_late_new_goal_is_read_and_told_when_its_command_comes_again_and_is_decided_on_anew()
    {
        var owner = await _platform.NewPlanOwnerAsync("luster");
        await ComesAgainAsync(owner, HttpMethod.Post, $"{owner.Plan}/goals", new { text = "Lage mat" }, first => (first["id"]!.GetValue<Guid>(), Platform.NewCommand()));
    }

    /// <summary>Carries out a command, lets the same arrive late under another id, and sends it under that.</summary>
    /// <param name="owner">Whose plan.</param>
    /// <param name="method">Of the command.</param>
    /// <param name="path">Of the command.</param>
    /// <param name="body">Of the command.</param>
    /// <param name="goals">Which goal the first was about, and which the late one is.</param>
    private async Task ComesAgainAsync(Citizen owner, HttpMethod method, string path, object body, Func<JsonObject, (Guid First, Guid Late)> goals)
    {
        var first = (await _platform.SendAsync(owner.Token, method, path, body)).Must(200).Json;
        var known = first["version"]!.GetValue<long>();
        using var screen = await LiveScreen.OpenAsync(_platform, owner);
        Assert.Equal(known, await screen.NextAsync(TimeSpan.FromSeconds(5)));

        var (command, late) = (Platform.NewCommand(), known + 1);
        await ArriveAsync($"plan/{owner.Id}", known, command, goals(first));
        var again = (await _platform.SendAsync(owner.Token, method, path, body, command)).Must(200).Json;
        Assert.Equal(late, again["version"]!.GetValue<long>());
        Assert.Equal(late, await screen.NextAsync(TimeSpan.FromSeconds(5)));
        Assert.Equal(late, (await _platform.GetAsync(owner.Token, owner.Plan)).Must(200).Json["version"]!.GetValue<long>());
    }

    /// <summary>Writes behind the grain's back what a commit writes: the last event once more, as another command's and perhaps about another goal.</summary>
    private async Task ArriveAsync(string stream, long version, Guid command, (Guid First, Guid Late) goals)
    {
        await using var source = NpgsqlDataSource.Create(fixture.Cluster.Postgres!.Superuser);
        await using var write = source.CreateCommand(
            """
            with earlier as (
                select *, convert_to(replace(convert_from(payload, 'UTF8'), $4::text, $5::text), 'UTF8') as late
                from t_k4644.event where stream = $1 and version = $2),
            done as (
                insert into t_k4644.command (stream, command_id, fingerprint, version, result, at)
                select c.stream, $3, c.fingerprint, c.version + 1, c.result, c.at from t_k4644.command c join earlier e using (stream, command_id))
            insert into t_k4644.event (stream, version, type, type_version, payload, payload_hash, at, command_id, actor)
            select stream, version + 1, type, type_version, late, sha256(late), at, $3, actor from earlier
            """);
        write.Parameters.Add(new NpgsqlParameter { Value = stream });
        write.Parameters.Add(new NpgsqlParameter { Value = version });
        write.Parameters.Add(new NpgsqlParameter { Value = command });
        write.Parameters.Add(new NpgsqlParameter { Value = goals.First.ToString() });
        write.Parameters.Add(new NpgsqlParameter { Value = goals.Late.ToString() });
        Assert.Equal(1, await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}

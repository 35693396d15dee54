using System.Text;
using System.Text.RegularExpressions;
using IpPlatform.Benchmarks.Load;
using IpPlatform.Benchmarks.Seed;
using IpPlatform.Benchmarks.Setup;
using Npgsql;

namespace IpPlatform.Benchmarks.Equality;

/// <summary>
/// Proves that both do the same: equal bytes for the same plan, equal answers to the same edit and to its repetition, equal documents
/// after it but for the time, no access for the same callers, and the same lines in both audits.
/// </summary>
internal static partial class SameAnswers
{
    /// <summary>A text that no seeded goal has: goals come in no particular order.</summary>
    private const long Fresh = 1_000;

    private const string Audit = "select actor, role, action, target, ground, session_id from {0} where person_id = $1 and action <> 'Seed' order by at, action";

    /// <summary>Throws with the difference when there is one.</summary>
    public static async Task ProveAsync(BenchPlatform platform)
    {
        using var load = new HttpLoad();
        var plan = (await platform.SeedAsync(1, PlanSeed.Goals10))[0];
        var token = (await platform.TokensAsync(1))[0];
        PlanRequests[] both = [new(platform.Cluster.Url), new(platform.Ef.Gateway.Url)];

        var read = await BothAsync(requests => requests.Read(token, plan), body => body);
        if (read.Status != 200 || read.Body.Length < 8_000) throw new InvalidOperationException($"Reading answered {read.Status}, {read.Body.Length} bytes.");
        await BothAsync(requests => requests.Read(token, plan), body => body);
        var command = plan.Goals[0];
        for (var time = 0; time < 2; time++)
        {
            var edited = await BothAsync(requests => requests.Edit(token, plan, 3, Fresh, command), body => body);
            if (edited.Status != 200) throw new InvalidOperationException($"Editing answered {edited.Status}: {edited.Body}");
        }

        await BothAsync(requests => requests.Edit(token, plan, 3, Fresh + 1, command), body => body);
        await BothAsync(requests => requests.Edit(token, plan, 3, Fresh), body => body);
        await BothAsync(requests => requests.Read(token, plan), body => ChangedAt().Replace(body, "changedAt"));
        var stranger = plan with { Person = plan.Person with { PersonId = plan.Goals[1] } };
        if ((await BothAsync(requests => requests.Read(token, stranger), body => body)).Status != 404) throw new InvalidOperationException("A stranger's plan is not refused.");
        if ((await BothAsync(requests => requests.Read("x", plan), body => body)).Status != 401) throw new InvalidOperationException("A bad token is not refused.");
        await SameAuditAsync(platform, plan);

        async Task<(int Status, string Body)> BothAsync(Func<PlanRequests, HttpRequestMessage> request, Func<string, string> comparable)
        {
            var answers = new List<(int, string)>();
            foreach (var requests in both)
            {
                var (status, body) = await load.AskAsync(request(requests));
                answers.Add((status, comparable(Encoding.UTF8.GetString(body))));
            }

            return answers[0] == answers[1] ? answers[0] : throw new InvalidOperationException($"The answers differ:\n{answers[0]}\n{answers[1]}");
        }
    }

    private static async Task SameAuditAsync(BenchPlatform platform, SeededPlan plan)
    {
        await using var connection = await platform.Database.Provisioner.OpenConnectionAsync();
        var tenant = await ReadAsync("select schema_name from (select 't_' || id as schema_name from platform.tenant where slug = $1) t", BenchPlatform.Slug);
        var ours = await ReadAsync(string.Format(null, CompositeFormat.Parse(Audit), $"{tenant[0]}.audit"), plan.Id);
        var ef = await ReadAsync(
            "select \"Actor\", \"Role\", \"Action\", \"Target\", \"Ground\", \"SessionId\" from efcore.audit where \"PersonId\" = $1 order by \"At\", \"Action\"", plan.Id);
        // The one names a stream where the other names the thing.
        ours = [.. ours.Select(line => line.Replace($"|plan/{plan.Id:D}|", "|plan|", StringComparison.Ordinal))];
        if (ours.Count != 2 || !ours.SequenceEqual(ef)) throw new InvalidOperationException($"The audits differ:\n{string.Join('\n', ours)}\n--\n{string.Join('\n', ef)}");

        async Task<List<string>> ReadAsync(string sql, object parameter)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync()) lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(n => reader.GetValue(n))));
            return lines;
        }
    }

    [GeneratedRegex("\"changedAt\":\"[^\"]+\"")]
    private static partial Regex ChangedAt();
}

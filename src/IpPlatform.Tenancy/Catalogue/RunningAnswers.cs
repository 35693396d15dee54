using System.Globalization;
using System.Text.Json;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Cases;

namespace IpPlatform.Tenancy.Catalogue;

/// <summary>How many running cases have answered what a form asks no more. A number and nothing else: whoever builds forms opens no case.</summary>
public sealed class RunningAnswers(CaseQueries cases, RunningForms forms)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The parts that some running case has answered, each with how many have.</summary>
    public async Task<IReadOnlyList<(RemovedPart Part, int Cases)>> CountAsync(TenantId tenant, FormDefinition live, IReadOnlyList<RemovedPart> parts, CancellationToken cancellationToken)
    {
        if (parts.Count == 0) return [];
        var counts = new int[parts.Count];
        foreach (var payload in await cases.RunningReportsAsync(tenant, cancellationToken))
        {
            var report = JsonSerializer.Deserialize<Report>(payload, Json)!;
            if (report.FormVersion.Split('/') is not [var form, var number] || form != live.Id || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) continue;
            var asked = await forms.FindAsync(tenant, live, version, cancellationToken);
            (string Field, IReadOnlyList<string> Values)[] answers = [.. report.Answers.SelectMany(answer => Read(answer, asked))];
            for (var i = 0; i < counts.Length; i++) if (answers.Any(answer => parts[i].Is(answer.Field, answer.Values))) counts[i]++;
        }

        return [.. parts.Zip(counts).Where(pair => pair.Second > 0)];
    }

    /// <summary>Reports from before the field was kept are told by the question as it was asked then.</summary>
    private static IEnumerable<(string Field, IReadOnlyList<string> Values)> Read(Answer answer, FormDefinition asked)
    {
        foreach (var field in asked.Fields().Where(field => answer.Field is { } id ? field.Id == id : Says(field.Label, answer.Question)))
        {
            var words = answer.Text.Split(", ");
            yield return (field.Id, answer.Values ?? [.. (field.Options ?? []).Where(option => words.Any(word => Says(option.Label, word))).Select(option => option.Value)]);
        }
    }

    private static bool Says(LocalText text, string words) => text.Nn == words || text.Nb == words || text.En == words;

    private sealed record Report(string FormVersion, IReadOnlyList<Answer> Answers);

    private sealed record Answer(string Question, [property: System.Text.Json.Serialization.JsonPropertyName("answer")] string Text, string? Field = null, IReadOnlyList<string>? Values = null);
}

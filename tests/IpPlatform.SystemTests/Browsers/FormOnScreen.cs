using System.Text.Json.Nodes;
using IpPlatform.SystemTests.Story;

namespace IpPlatform.SystemTests.Browsers;

/// <summary>A municipality's own form as its reader meets it: questions with names, and choices below them.</summary>
internal static class FormOnScreen
{
    /// <summary>Answers everything that is asked of somebody who reports for herself.</summary>
    public static async Task FillAsync(Visitor visitor, Municipality municipality, string? nationalId, string name, string need)
    {
        foreach (var (question, answer, chosen) in Answers(municipality, nationalId, name, need))
        {
            if (chosen) await visitor.Field(answer, visitor.Choices(question)).CheckAsync();
            else await visitor.Field(question).FillAsync(answer);
        }
    }

    /// <summary>What is asked, in its order, and what she answers: a choice by its words, or a text.</summary>
    public static IEnumerable<(string Question, string Answer, bool Chosen)> Answers(Municipality municipality, string? nationalId, string name, string need)
    {
        var answers = FormFilling.For(municipality.Slug, nationalId, need, name).ToLookup(answer => answer.Key, answer => answer.Value);
        foreach (var field in municipality.Form["sections"]!.AsArray().Where(Applies).SelectMany(section => section!["fields"]!.AsArray()).Where(Applies))
        {
            var question = Words(field!) + (field!["required"]?.GetValue<bool>() == true ? "" : " (valfritt)");
            foreach (var answer in answers[field["id"]!.GetValue<string>()])
            {
                var option = field["options"]?.AsArray().First(option => option!["value"]!.GetValue<string>() == answer);
                yield return (question, option is null ? answer : Words(option), option is not null);
            }
        }

        bool Applies(JsonNode? part) =>
            part!["when"] is not { } when || when["is"]!.AsArray().Any(value => answers[when["field"]!.GetValue<string>()].Contains(value!.GetValue<string>()));
    }

    private static string Words(JsonNode part) => part["label"]!["nn"]!.GetValue<string>();
}

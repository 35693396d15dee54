using System.Globalization;
using System.Security.Cryptography;
using IpPlatform.Domain.Forms;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.FormBuilder;

/// <summary>Reads a part of a form as it is written on its page. What is wrong with it, the form's own rules say.</summary>
internal static class PartForm
{
    /// <summary>The languages of a text, in the order of the page.</summary>
    public static readonly string[] Languages = ["nn", "nb", "en"];

    /// <summary>Rows for options that are still to be written.</summary>
    public const int BlankOptions = 3;

    /// <summary>An id that nothing in the form has had.</summary>
    public static string NewId(string of) => $"{of}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    /// <summary>Title and introduction.</summary>
    public static FormDefinition Heading(IFormCollection written, FormDefinition form) => form with { Title = Text(written, "title"), Intro = Text(written, "intro") };

    /// <summary>A section; its fields stay.</summary>
    public static FormSection Section(IFormCollection written, FormSection section) =>
        section with { Title = Text(written, "title"), Help = TextOrNone(written, "help"), When = Condition(written) };

    /// <summary>A field.</summary>
    public static FormField Field(IFormCollection written, FormField field)
    {
        var type = Choice<FieldType>(written, "type") ?? field.Type;
        var means = Choice<FieldMeaning>(written, "means");
        return new FormField(
            field.Id, type, Text(written, "label"), TextOrNone(written, "help"), written.ContainsKey("required"), Condition(written),
            type is FieldType.Choice or FieldType.Choices ? Options(written) : null, Length(written), means);
    }

    /// <summary>How a condition's answer is named on the page.</summary>
    public static string AnswerOf(string field, string value) => $"{field}:{value}";

    // A number that is none is out of every bound, and the rules say what the bounds are.
    private static int? Length(IFormCollection written) =>
        written["maxLength"].ToString().Trim() is not { Length: > 0 } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : 0;

    private static T? Choice<T>(IFormCollection written, string field)
        where T : struct, Enum => Enum.TryParse<T>(written[field], out var value) && Enum.IsDefined(value) ? value : null;

    private static FormCondition? Condition(IFormCollection written)
    {
        var answers = written["when"].Select(answer => (answer ?? "").Split(':', 2)).Where(answer => answer.Length == 2).ToArray();
        return answers.Length == 0 ? null : new FormCondition(answers[0][0], [.. answers.Where(answer => answer[0] == answers[0][0]).Select(answer => answer[1])]);
    }

    private static List<FormOption> Options(IFormCollection written)
    {
        var options = new List<(int Place, FormOption Option)>();
        for (var n = 0; written.ContainsKey($"opt-{n}-nn"); n++)
        {
            // A row without a word is no option: to empty one is to take it away.
            if (TextOrNone(written, $"opt-{n}") is not { } label) continue;
            var value = written[$"opt-{n}-word"].ToString() is { Length: > 0 } word ? word : written[$"opt-{n}-value"].ToString() is { Length: > 0 } old ? old : NewId("svar");
            var place = int.TryParse(written[$"opt-{n}-place"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : n + 1;
            options.Add((place, new FormOption(value, label, TextOrNone(written, $"opt-{n}-help"))));
        }

        return [.. options.OrderBy(option => option.Place).Select(option => option.Option)];
    }

    private static LocalText? TextOrNone(IFormCollection written, string name) => Text(written, name) is { Nn: "", Nb: "", En: "" } ? null : Text(written, name);

    private static LocalText Text(IFormCollection written, string name) => new(One(written, name, "nn"), One(written, name, "nb"), One(written, name, "en"));

    private static string One(IFormCollection written, string name, string language) => written[$"{name}-{language}"].ToString().ReplaceLineEndings("\n").Trim();
}

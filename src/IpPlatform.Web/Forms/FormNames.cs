using IpPlatform.Domain.Forms;
using IpPlatform.Web.Texts;

namespace IpPlatform.Web.Forms;

/// <summary>Ids and attributes that a field's parts refer to each other by.</summary>
internal static class FormNames
{
    /// <summary>The first control of a field, where links to errors lead.</summary>
    public static string Control(FormField field, int option = 0) => option == 0 ? $"f-{field.Id}" : $"f-{field.Id}-{option}";

    public static string Help(FormField field) => $"h-{field.Id}";

    public static string Error(FormField field) => $"e-{field.Id}";

    public static string Condition(string id) => $"w-{id}";

    /// <summary>What a browser may fill in. Only the reporter's own; nothing about somebody else is offered or remembered (S-13).</summary>
    public static string Autocomplete(FormField field) => field.Means switch
    {
        FieldMeaning.ReporterName => "name",
        FieldMeaning.ReporterPhone => "tel",
        FieldMeaning.ReporterOrganisation => "organization",
        _ => "off",
    };

    /// <summary>The condition in words, for pages without JavaScript.</summary>
    public static string InWords(FormCondition condition, FormDefinition form, UiTexts texts)
    {
        var asked = form.Fields().First(field => field.Id == condition.Field);
        var question = asked.Label.In(texts.Language);
        if (asked.Type == FieldType.Consent) return texts.Filled("Form_OnlyIfTicked", new Dictionary<string, string> { ["question"] = question });
        string[] answers = [.. (asked.Options ?? []).Where(option => condition.Is.Contains(option.Value)).Select(option => $"«{option.Label.In(texts.Language)}»")];
        var words = answers.Length < 2 ? string.Concat(answers) : $"{string.Join(", ", answers[..^1])} {texts["Form_Or"]} {answers[^1]}";
        return texts.Filled("Form_OnlyIfChosen", new Dictionary<string, string> { ["answers"] = words, ["question"] = question });
    }
}

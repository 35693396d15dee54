using IpPlatform.Domain.Forms;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Layout;

namespace IpPlatform.Web.FormBuilder;

/// <summary>Says what is changed in a form in people's words: each part by its own name.</summary>
internal static class FormWords
{
    /// <summary>What a line of a form is called; the path is what follows the form's id.</summary>
    public static string Field(PageFrame frame, string form, string[] path, ConfigurationPreview of)
    {
        FormDefinition[] both = [.. new[] { of.After.Form(form), of.Before.Form(form) }.OfType<FormDefinition>()];
        return path switch
        {
            ["order"] => frame["Build_OrderSections"],
            ["sections", var id, .. var rest] => $"{Name(both.SelectMany(one => one.Sections).FirstOrDefault(section => section.Id == id)?.Title)}: {Part(frame, "Section", rest)}",
            ["fields", var id, "options", var value, .. var rest] when rest.Length > 0 => $"{Name(FieldOf(id)?.Label)}: {Name(FieldOf(id)?.Options?.FirstOrDefault(option => option.Value == value)?.Label)}{InLanguage(frame, rest[^1])}",
            ["fields", var id, .. var rest] => $"{Name(FieldOf(id)?.Label)}: {Part(frame, "", rest)}",
            _ => Part(frame, "", path),
        };

        FormField? FieldOf(string id) => both.SelectMany(one => one.Fields()).FirstOrDefault(field => field.Id == id);

        string Name(LocalText? text) => text?.In(frame.Texts.Language) is { Length: > 0 } name ? name : frame["Build_Unnamed"];
    }

    /// <summary>A value of such a line.</summary>
    public static string Value(PageFrame frame, string name, string value) => name switch
    {
        "type" => frame[$"Build_Type_{value}"],
        "means" => frame[$"Build_Means_{value}"],
        "required" => frame["Admin_Yes"],
        _ => value,
    };

    private static string Part(PageFrame frame, string of, string[] path) => path switch
    {
        ["order"] => frame["Build_OrderFields"],
        ["title", var language] => frame[of.Length > 0 ? "Build_SectionTitle" : "Build_Title"] + InLanguage(frame, language),
        ["intro", var language] => frame["Build_Intro"] + InLanguage(frame, language),
        ["label", var language] => frame["Build_Label"] + InLanguage(frame, language),
        ["help", var language] => frame[of.Length > 0 ? "Build_SectionHelp" : "Build_Help"] + InLanguage(frame, language),
        ["type"] => frame["Build_Type"],
        ["required"] => frame["Build_IsRequired"],
        ["maxLength"] => frame["Build_MaxLength"],
        ["means"] => frame["Build_Means"],
        ["when"] => frame["Build_When"],
        _ => frame["Build_Options"],
    };

    private static string InLanguage(PageFrame frame, string language) => $" ({frame[$"Admin_Language_{language}"]})";
}

using IpPlatform.Domain.Forms;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Web.Texts;

namespace IpPlatform.Web.FormBuilder;

/// <summary>What keeps a form from being published, and where it is corrected.</summary>
/// <param name="Page">The page below the form's own; empty for that one itself.</param>
/// <param name="Control">The field on that page.</param>
/// <param name="Where">Which part of the form, in its own words.</param>
/// <param name="Sentence">What is wrong.</param>
public sealed record PlacedFault(string Page, string Control, string Where, string Sentence)
{
    /// <summary>The page with title and introduction.</summary>
    public const string Heading = "tittel";

    /// <summary>The page of a section.</summary>
    public static string PageOf(FormSection section) => $"del/{section.Id}";

    /// <summary>The page of a field.</summary>
    public static string PageOf(FormField field) => $"felt/{field.Id}";

    /// <summary>All that is wrong with a form.</summary>
    public static IReadOnlyList<PlacedFault> Of(FormDefinition form, UiTexts texts) => [.. FormRules.Errors(form).Select(error => Of(form, error, texts))];

    private static PlacedFault Of(FormDefinition form, EditError error, UiTexts texts)
    {
        var sentence = texts.Edit(error);
        switch (error.Field.Split('/')[2..])
        {
            case ["sections", var s, "fields", var f, .. var rest] when int.TryParse(s, out var section) && int.TryParse(f, out var index):
                var field = form.Sections[section].Fields[index];
                return new PlacedFault(PageOf(field), ControlOf(rest), Name(field.Label, texts), sentence);
            case ["sections", var s, "fields"] when int.TryParse(s, out var empty):
                return new PlacedFault("", $"d-{form.Sections[empty].Id}", Name(form.Sections[empty].Title, texts), sentence);
            case ["sections", var s, .. var rest] when int.TryParse(s, out var section):
                return new PlacedFault(PageOf(form.Sections[section]), ControlOf(rest), Name(form.Sections[section].Title, texts), sentence);
            case [("title" or "intro") and var part, .. var rest]:
                return new PlacedFault(Heading, ControlOf([part, .. rest]), texts["Build_Heading"], sentence);
            default:
                return new PlacedFault("", "deler", texts["Build_Whole"], sentence);
        }
    }

    private static string Name(LocalText text, UiTexts texts) => text.In(texts.Language) is { Length: > 0 } name ? name : texts["Build_Unnamed"];

    private static string ControlOf(string[] path) => path switch
    {
        ["options"] => "opt-0-nn",
        ["options", var option, "value"] => $"opt-{option}-word",
        ["options", var option, "label", var language] => $"opt-{option}-{language}",
        ["options", var option, "help", var language] => $"opt-{option}-help-{language}",
        ["when", ..] => "when",
        ["id"] => "label-nn",
        _ => string.Join('-', path),
    };
}

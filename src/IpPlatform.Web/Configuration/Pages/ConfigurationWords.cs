using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Configuration.Lists;
using IpPlatform.Web.FormBuilder;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Pages;

namespace IpPlatform.Web.Configuration.Pages;

/// <summary>Says what is changed in people's words: fields by the labels of the forms, values as the forms write them.</summary>
internal static partial class ConfigurationWords
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "purpose", "label", "role", "person", "topic", "phone", "email", "postal/recipient", "postal/line", "postal/postcode", "postal/place", "visiting/line", "visiting/postcode", "visiting/place",
        "hours/opens", "hours/closes", "phoneHours/opens", "phoneHours/closes", "validFrom", "validTo", "source", "verifiedAt", "terms/unitName", "terms/handlingUnitName", "terms/formName",
        "terms/formAddress", "terms/decisionWord", "intake", "appointment", "pageLayout", "complaint/receiver", "complaint/appealBody", "complaint/ombud", "planRequiresCoordinator", "serviceAreaDays", "receivers/habilitation", "receivers/rehabilitation", "dementiaGround", "revisionMonths",
        "tool/name", "tool/url", "tool/cutOver", "tool/source",
        "theme", "languages", "logo/hash", "logo/alternative",
        "film/title", "film/url", "film/kind", "film/seconds", "film/language", "film/source", "film/transcript/nn", "film/transcript/nb", "film/transcript/en",
        "film/captions/nn", "film/captions/nb", "film/captions/en", "film/playerCaptions/nn", "film/playerCaptions/nb", "film/playerCaptions/en",
        "links/label", "links/url", "links/language", "links/fallback", "exceptions/from", "exceptions/to", "exceptions/hours/opens", "exceptions/hours/closes", "exceptions/reason", "publishedAt", "updatedAt", "reviewedAt",
    ]);

    /// <summary>What a field is called, with the contact or the text that it belongs to.</summary>
    public static string Field(PageFrame frame, FieldChange change, ConfigurationPreview of) => change.Field.Split('/') switch
    {
        ["contacts", var id, .. var rest] => $"{Contact(of, id)}: {Label(frame, string.Join('/', rest))}",
        ["textDates", var block, var what] => $"{Block(frame, block)}: {Label(frame, what)}",
        ["texts", var language, var block] => $"{Block(frame, block)} ({Language(frame, language)})",
        ["forms", var form, .. var rest] => FormWords.Field(frame, form, rest, of),
        [var list, _, .. var rest] when EntryList.All.Any(known => known.Member == list) => $"{frame[$"Admin_{list}"]}: {frame[$"AdminField_{list}-{string.Join('-', rest)}"]}",
        _ => Label(frame, change.Field),
    };

    /// <summary>A value as people write it.</summary>
    public static string Value(PageFrame frame, string field, string? value, ConfigurationPreview of)
    {
        if (string.IsNullOrEmpty(value)) return frame["Admin_Nothing"];
        if (field.StartsWith("forms/", StringComparison.Ordinal)) return FormWords.Value(frame, field.Split('/')[^1], value);
        var name = field.Split('/')[0] is "contacts" or "textDates" ? field.Split('/')[^1] : field;
        if (EntryList.OptionOf(field, value) is { } option) return frame[option];
        return name switch
        {
            "phone" => ContactLines.Grouped(value)!,
            "purpose" when Enum.TryParse<ContactPurpose>(value, ignoreCase: true, out var purpose) => frame[$"Muni_Purpose_{purpose}"],
            "receivers/habilitation" or "receivers/rehabilitation" => Contact(of, value),
            "intake" or "appointment" or "pageLayout" => frame[$"Admin_{name}_{value}"],
            "theme" => frame[$"Admin_Theme_{value}"],
            "languages" => string.Join(", ", value.Split(", ").Select(language => Language(frame, language))),
            "film/kind" => frame[$"Admin_FilmKind_{value}"],
            "film/language" => frame[$"Film_Speech_{value}"],
            "film/seconds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => FilmForm.Length(seconds),
            "film/playerCaptions/nn" or "film/playerCaptions/nb" or "film/playerCaptions/en" or "planRequiresCoordinator" or "dementiaGround" => frame[value == "true" ? "Admin_Yes" : "Admin_No"],
            "from" or "to" or "validFrom" or "validTo" or "verifiedAt" or "tool/cutOver" or "publishedAt" or "updatedAt" or "reviewedAt" when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => frame.Dates.Day(day),
            "opens" or "closes" => value.Replace(':', '.')[..Math.Min(5, value.Length)],
            _ => value,
        };
    }

    /// <summary>What a block of text is called.</summary>
    public static string Block(PageFrame frame, string block) => frame[$"Admin_Block_{block}"];

    /// <summary>What a language is called.</summary>
    public static string Language(PageFrame frame, string language) => frame[$"Admin_Language_{language}"];

    /// <summary>What a field of a form is called; those of a row are called the same in each.</summary>
    public static string Input(PageFrame frame, string name) => frame[$"AdminField_{Row().Replace(name, "-")}"];

    /// <summary>The same with the number of its row, where no heading says it.</summary>
    public static string InputInRow(PageFrame frame, string name) =>
        Row().Match(name) is { Success: true } row
            ? $"{frame[name.StartsWith("links", StringComparison.Ordinal) ? "Admin_Link" : "Admin_Exception"]} {(int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)}, {Input(frame, name)}"
            : Input(frame, name);

    [GeneratedRegex("[-/]([0-9]+)[-/]")]
    private static partial Regex Row();

    private static string Label(PageFrame frame, string numbered) =>
        Row().Replace(numbered, "/") is var path && Known.Contains(path) ? frame[$"AdminField_{path.Replace('/', '-')}"] : frame["AdminField_other"].Replace("{field}", path, StringComparison.Ordinal);

    private static string Contact(ConfigurationPreview of, string id) =>
        of.After.Contacts.Concat(of.Before.Contacts).FirstOrDefault(contact => contact.Id == id)?.Label ?? id;
}

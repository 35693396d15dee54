using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Identity;

namespace IpPlatform.Domain.Forms;

/// <summary>What is written or chosen in one field.</summary>
internal static partial class ValueBinding
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d.M.yyyy"];

    public static BoundField Bind(FormField field, IReadOnlyList<string> sent, NationalIdPolicy nationalIds)
    {
        if (field.Type == FieldType.Choices) return Chosen(field, [.. sent.Where(value => value.Length > 0).Distinct()]);
        var text = Clean(sent is [var first, ..] ? first : "", field.Type == FieldType.LongText);
        if (text.Length == 0) return BoundField.Empty(field);
        return field.Type switch
        {
            FieldType.Text or FieldType.LongText => Text(field, text),
            FieldType.Choice => Chosen(field, [text]),
            FieldType.Consent => text == FormAnswer.Ticked ? BoundField.Answered(field, text) : BoundField.Wrong(field, FormErrorCode.OptionUnknown),
            FieldType.Date => Date(field, text),
            FieldType.Phone => Phone(field, text),
            FieldType.NationalId => nationalIds.Check(text) is { } refusal
                ? BoundField.Wrong(field, refusal.Code)
                : BoundField.Answered(field, NationalId.TryParse(text, out var id) ? id.Digits : text),
            _ => BoundField.Empty(field),
        };
    }

    private static BoundField Text(FormField field, string text)
    {
        var max = Math.Min(field.MaxLength ?? int.MaxValue, field.Type == FieldType.LongText ? FormLimits.LongText : FormLimits.Text);
        return text.Length > max ? BoundField.TooMany(field, FormErrorCode.TooLong, max) : BoundField.Answered(field, text);
    }

    private static BoundField Chosen(FormField field, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return BoundField.Empty(field);
        var options = field.Options ?? [];
        if (values.Any(value => options.All(option => option.Value != value))) return BoundField.Wrong(field, FormErrorCode.OptionUnknown);
        // In the form's order, not in the order they were sent.
        return BoundField.Answered(field, [.. options.Select(option => option.Value).Where(values.Contains)]);
    }

    private static BoundField Date(FormField field, string text) =>
        DateOnly.TryParseExact(text.Replace(" ", "", StringComparison.Ordinal), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? BoundField.Answered(field, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : BoundField.Wrong(field, FormErrorCode.DateInvalid);

    private static BoundField Phone(FormField field, string text)
    {
        var digits = Separators().Replace(text, "");
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = $"+{digits[2..]}";
        else if (digits.Length == 8) digits = $"+47{digits}";
        return PhoneNumber().IsMatch(digits) ? BoundField.Answered(field, digits) : BoundField.Wrong(field, FormErrorCode.PhoneInvalid);
    }

    // The database has no room for a zero character, and people none for the other control characters.
    private static string Clean(string text, bool severalLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t') clean.Append(severalLines ? c : ' ');
            else if (!char.IsControl(c)) clean.Append(c);
        }

        return clean.ToString().Trim();
    }

    [GeneratedRegex("[\\s().\\-/\u00a0\u2011\u2013]")]
    private static partial Regex Separators();

    // Eight digits with a Norwegian number's first one, or any other country's number.
    [GeneratedRegex("^\\+(?:47[2-9][0-9]{7}|(?!47)[1-9][0-9]{6,14})\\z")]
    private static partial Regex PhoneNumber();
}

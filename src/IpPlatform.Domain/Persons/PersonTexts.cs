using System.Globalization;
using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Persons;

/// <summary>Bounds on what people write here.</summary>
internal static class PersonTexts
{
    /// <summary>Null when the text is there and not too long.</summary>
    public static Refusal? Unfit(string? text, Refusal missing) => string.IsNullOrWhiteSpace(text) ? missing : TooLong(text);

    public static Refusal? TooLong(string? text) =>
        text?.Length > PersonLimits.Text
            ? new Refusal("PERSON_TEXT_TOO_LONG", new Dictionary<string, string> { ["max"] = PersonLimits.Text.ToString(CultureInfo.InvariantCulture) })
            : null;
}

using System.Text.RegularExpressions;

namespace IpPlatform.Tenancy.Legality;

/// <summary>
/// Reads a municipality's texts as today's law does: at save, in the files, and on demand for all of them. It finds what is known to be
/// wrong; that it finds nothing does not mean that a text is right.
/// </summary>
public static partial class LegalityLinter
{
    /// <summary>What is wrong with one text on a day, in the order of its lines.</summary>
    public static IReadOnlyList<LegalityFinding> Read(LintedText text, DateOnly on) =>
    [
        .. LegalityRules.All.Where(rule => rule.Since <= on).SelectMany(rule => rule.Find(text).Select(span => Found(text, rule, span)))
            .OrderBy(finding => finding.Line).ThenBy(finding => finding.Column),
    ];

    /// <summary>What is wrong with each of a municipality's texts, and between them.</summary>
    public static IReadOnlyList<LegalityFinding> ReadAll(IReadOnlyCollection<LintedText> texts, DateOnly on) =>
        [.. texts.SelectMany(text => Read(text, on)), .. Contradictions(texts)];

    // Within one text several numbers belong to several people; two texts that each give the unit's own must agree.
    private static IEnumerable<LegalityFinding> Contradictions(IReadOnlyCollection<LintedText> texts)
    {
        var phones = texts.Select(text => (Text: text, Spots: Spots(text, Phone(), match => NotDigit().Replace(match.Value, "")).ToArray())).Where(one => one.Spots.Length > 0).ToArray();
        foreach (var (text, spots) in phones)
        {
            var others = phones.Where(other => other.Text != text).ToArray();
            if (others.Length == 0 || others.Any(other => other.Spots.Any(spot => spots.Any(own => own.Key == spot.Key)))) continue;
            foreach (var (span, _) in spots.DistinctBy(spot => spot.Key)) yield return Found(text, LegalityRules.Contradiction, span with { Instead = Where(others[0].Text, others[0].Spots[0].Span) });
        }

        var places = texts.SelectMany(text => Spots(text, Postcode(), match => match.Groups[2].Value.ToUpperInvariant()).Select(spot => (Text: text, spot.Span, Place: spot.Key, Code: text.Text.Substring(spot.Span.Offset, 4)))).ToArray();
        foreach (var one in places)
        {
            var other = places.FirstOrDefault(known => known.Place == one.Place && known.Code != one.Code);
            if (other.Text is not null) yield return Found(one.Text, LegalityRules.Contradiction, one.Span with { Instead = Where(other.Text, other.Span) });
        }
    }

    private static IEnumerable<(LegalitySpan Span, string Key)> Spots(LintedText text, Regex pattern, Func<Match, string> key) =>
        pattern.Matches(text.Text).Select(match => (new LegalitySpan(match.Index, match.Length), key(match)));

    private static string Where(LintedText text, LegalitySpan span) => $"{text.Name}({At(text.Text, span.Offset).Line}): {Excerpt(text.Text, span)}";

    private static LegalityFinding Found(LintedText text, LegalityRule rule, LegalitySpan span)
    {
        var (line, column) = At(text.Text, span.Offset);
        return new LegalityFinding(text.Name, line, column, rule, Excerpt(text.Text, span), span.Instead);
    }

    private static (int Line, int Column) At(string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return (before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    private static string Excerpt(string text, LegalitySpan span) => WhiteSpace().Replace(text.Substring(span.Offset, span.Length), " ").Trim();

    [GeneratedRegex(@"(?<![\d-])(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(\d{4})\s+(\p{Lu}[\p{L}]+)")]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\D")]
    private static partial Regex NotDigit();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

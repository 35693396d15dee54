using System.Text;
using System.Text.RegularExpressions;

namespace IpPlatform.Tenancy.Legality;

/// <summary>
/// Words of one form of Norwegian that have come into a text in the other, by a named list (<c>forms.tsv</c>: language, pattern of a
/// whole word, what to write). Only words that are not allowed in the text's own form stand in it.
/// </summary>
public static partial class LanguageForms
{
    private static readonly IReadOnlyDictionary<string, (Regex Word, string Instead)[]> Lists = Read();

    /// <summary>Where a text has such words; none in a language that is neither nynorsk nor bokmål.</summary>
    public static IEnumerable<LegalitySpan> In(LintedText text)
    {
        var names = OwnName().Matches(text.Text);
        return Lists.GetValueOrDefault(text.Language, [])
            .SelectMany(list => list.Word.Matches(text.Text).Select(match => new LegalitySpan(match.Index, match.Length, list.Instead)))
            .Where(span => !names.Any(name => name.Index <= span.Offset && span.Offset < name.Index + name.Length))
            .GroupBy(span => span.Offset).Select(same => same.MaxBy(span => span.Length));
    }

    private static Dictionary<string, (Regex, string)[]> Read()
    {
        using var reader = new StreamReader(typeof(LanguageForms).Assembly.GetManifestResourceStream("legality/forms.tsv")!, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .GroupBy(parts => parts[0])
            .ToDictionary(group => group.Key, group => group.Select(parts => (new Regex($@"\b{parts[1]}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), parts[2])).ToArray());
    }

    // A statute bears its own name in whatever form it was passed.
    [GeneratedRegex(@"\b(forskrift|lov|veileder|rundskriv)\s+om\s[^.\n(]*", RegexOptions.IgnoreCase)]
    private static partial Regex OwnName();
}

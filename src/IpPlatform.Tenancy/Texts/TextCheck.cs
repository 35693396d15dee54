using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Law;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Legality;

namespace IpPlatform.Tenancy.Texts;

/// <summary>Something wrong in a text, where it stands (1-based) and what to do.</summary>
/// <param name="Line">Line.</param>
/// <param name="Column">Column in that line.</param>
/// <param name="Code">One of <see cref="EditErrorCode"/>.</param>
/// <param name="Value">What the code's text is about.</param>
/// <param name="Message">For whoever writes files.</param>
public sealed record TextFault(int Line, int Column, string Code, string? Value, string Message);

/// <summary>What every text must satisfy, whether it comes from a file or from the municipality's administrator.</summary>
public static partial class TextCheck
{
    /// <summary>The longest text, in bytes of UTF-8. A block is read on a phone.</summary>
    public const int MaxBytes = 20_000;

    /// <summary>All faults of a text, in the order of their places.</summary>
    public static IReadOnlyList<TextFault> Check(string markdown)
    {
        var faults = new List<Fault>();
        if (SaysNothing(markdown)) faults.Add(new Fault(0, EditErrorCode.TextEmpty, "The text is empty."));
        if (Encoding.UTF8.GetByteCount(markdown) > MaxBytes) faults.Add(new Fault(0, EditErrorCode.TextTooLong, $"The text is longer than {MaxBytes} bytes.", MaxBytes.ToString(CultureInfo.InvariantCulture)));
        if (markdown.AsSpan().IndexOfAny(Forbidden) is >= 0 and var control) faults.Add(new Fault(control, EditErrorCode.TextControl, "A control character stands here."));
        faults.AddRange(HtmlTag().Matches(markdown).Select(match => new Fault(match.Index, EditErrorCode.TextHtml, "HTML is not allowed; write Markdown.")));
        faults.AddRange(LegalityRules.BlockingIn(markdown).Select(found => new Fault(found.Span.Offset, found.Rule.Code, found.Rule.Message)));
        faults.AddRange(Scheme().Matches(markdown)
            .Where(match => match.Groups[1].Value.ToLowerInvariant() is not ("https" or "mailto" or "tel"))
            .Select(match => new Fault(match.Index, EditErrorCode.TextLink, "A link begins with https:, mailto: or tel:, or leads to a page here.")));
        CheckBraces(markdown, faults);
        return [.. faults.OrderBy(fault => fault.Offset).Select(fault => At(markdown, fault))];
    }

    /// <summary>Places in the law that a text may not be published with on a day: they have ended or not begun, each with what to write instead.</summary>
    public static IReadOnlyList<TextFault> CheckLaw(string markdown, DateOnly day) =>
    [
        .. from used in TextPlaceholders.LawIn(markdown)
           where !used.Reference.HoldsOn(day)
           let instead = LawReferences.InForce(used.Reference, day)
           select At(markdown, new Fault(used.Offset, EditErrorCode.LawEnded, $"{used.Reference.TitleIn("nn")} is not in force.",
               $"{TextPlaceholders.Of(used.Reference)} → {(instead is null ? "–" : $"{TextPlaceholders.Of(instead)}, {instead.TitleIn("nn")}")}")),
    ];

    // A rule, a bare heading mark or an empty link leaves nothing to read.
    private static bool SaysNothing(string markdown) => !LinkTarget().Replace(markdown, "").Any(char.IsLetterOrDigit);

    // A brace stands only around a placeholder, so that a misspelt one cannot reach a reader.
    private static void CheckBraces(string markdown, List<Fault> faults)
    {
        for (var i = markdown.AsSpan().IndexOfAny('{', '}'); i >= 0 && i < markdown.Length; i++)
        {
            if (markdown[i] is not ('{' or '}')) continue;
            var match = TextPlaceholders.Placeholder().Match(markdown, i);
            var whole = match.Success && match.Index == i;
            if (whole && TextPlaceholders.Knows(match.Groups[1].Value)) i += match.Length - 1;
            else
            {
                var known = $"Known: {string.Join(", ", TextPlaceholders.Names)}.";
                faults.Add(whole
                    ? new Fault(i, EditErrorCode.TextPlaceholder, $"'{match.Value}' is not known. {known}", match.Value)
                    : new Fault(i, EditErrorCode.TextBrace, $"A brace stands only around a placeholder. {known}"));
                if (whole) i += match.Length - 1;
            }
        }
    }

    private static TextFault At(string markdown, Fault fault)
    {
        var before = markdown.AsSpan(0, fault.Offset);
        return new TextFault(before.Count('\n') + 1, fault.Offset - before.LastIndexOf('\n'), fault.Code, fault.Value, fault.Message);
    }

    private static readonly System.Buffers.SearchValues<char> Forbidden =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code).Where(c => c is not ('\n' or '\r' or '\t')), '\u007f', '\ufeff']);

    private sealed record Fault(int Offset, string Code, string Message, string? Value = null);

    [GeneratedRegex(@"\]\([^)]*\)|^\s*\[[^\]]*\]:.*$", RegexOptions.Multiline)]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"<[a-z/!?]", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlTag();

    [GeneratedRegex(@"(?:\]\(\s*<?|\]:\s*<?|<)([a-z][a-z0-9+.-]*):", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}

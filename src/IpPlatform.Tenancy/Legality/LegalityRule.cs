using System.Text.RegularExpressions;

namespace IpPlatform.Tenancy.Legality;

/// <summary>Something that a municipality's text must not say, from a day on.</summary>
/// <param name="Code">Stable; the web has a text and a suggestion for each in every language (<c>Legal_{code}</c>).</param>
/// <param name="Since">The first day on which it is wrong.</param>
/// <param name="Source">Why: the statute, or who says so.</param>
/// <param name="Blocks">It cannot be published: it would cost somebody a right. Other findings are told, and the municipality decides.</param>
/// <param name="Message">For whoever writes files: what is wrong, and what to write instead.</param>
/// <param name="Find">Where a text says it; its language counts where the rule is about words.</param>
public sealed record LegalityRule(string Code, DateOnly Since, string Source, bool Blocks, string Message, Func<LintedText, IEnumerable<LegalitySpan>> Find)
{
    internal static Func<LintedText, IEnumerable<LegalitySpan>> Matching(Regex wrong) => text => wrong.Matches(text.Text).Select(match => new LegalitySpan(match.Index, match.Length));
}

/// <summary>A place in a text.</summary>
/// <param name="Offset">Of its first character.</param>
/// <param name="Length">In characters.</param>
/// <param name="Instead">What to write instead, where that is a word.</param>
public readonly record struct LegalitySpan(int Offset, int Length, string? Instead = null);

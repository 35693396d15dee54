namespace IpPlatform.Tenancy.Legality;

/// <summary>A text as the linter reads it.</summary>
/// <param name="Name">How findings call it: a file, or a field such as <c>texts/nn/complaint</c>.</param>
/// <param name="Language">What it is written in: <c>nn</c>, <c>nb</c> or <c>en</c>.</param>
/// <param name="Text">Its words.</param>
public sealed record LintedText(string Name, string Language, string Text);

/// <summary>What the linter found.</summary>
/// <param name="Document">Name of the text.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Rule">What it breaks.</param>
/// <param name="Excerpt">The words that break it.</param>
/// <param name="Instead">What to write instead, where that is a word; for a contradiction, where the other one stands.</param>
public sealed record LegalityFinding(string Document, int Line, int Column, LegalityRule Rule, string Excerpt, string? Instead = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Document}({Line},{Column}): {Rule.Code}: «{Excerpt}»: {Rule.Message}{(Instead is null ? "" : $" ({Instead})")} [{Rule.Source}]";
}

using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Words that older pages of municipalities use and that the law has left behind (law table C1 and C2).</summary>
internal static class OutdatedLaw
{
    private static readonly string[] NoComplaint = ["ikkje rett til å klage", "ikke rett til å klage"];

    /// <summary>What is wrong with a text, or null.</summary>
    public static (string Code, string Message)? In(string text)
    {
        if (text.Contains("fylkesmann", StringComparison.OrdinalIgnoreCase)) return (EditErrorCode.OldAppealBody, "Fylkesmannen is called Statsforvaltaren since 2021.");
        return NoComplaint.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase)) ? (EditErrorCode.NoComplaint, "There is a right to complain (pbrl §7-2).") : null;
    }
}

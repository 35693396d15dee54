using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Texts;

/// <summary>How old the texts of a public page are (O-013): the municipality's own by its own dates, the product's by the day on which it was last read against the law.</summary>
public static class TextAges
{
    /// <summary>The day on which the product's own texts were last read against the law in force. A change of any of them moves it.</summary>
    public static readonly DateOnly DefaultsRead = new(2026, 11, 27);

    /// <summary>Whether the municipality has words of its own in a block, in any language.</summary>
    public static bool IsOwn(Municipality municipality, string block) => municipality.Texts.Any(text => text.Block == block);

    /// <summary>The dates of a block.</summary>
    public static TextDates Of(Municipality municipality, string block)
    {
        var known = municipality.TextDates?.FirstOrDefault(dates => dates.Block == block) ?? new TextDates(block);
        if (IsOwn(municipality, block)) return known;
        var read = new TextDates(block, DefaultsRead, DefaultsRead, DefaultsRead);
        return known.ReviewedAt >= DefaultsRead ? read with { ReviewedAt = known.ReviewedAt, ReviewedBy = known.ReviewedBy } : read;
    }

    /// <summary>When a page of some blocks was last updated: by the municipality where it has words of its own there, else by the product.</summary>
    public static DateOnly? LastUpdated(Municipality municipality, IReadOnlyCollection<string> blocks) =>
        blocks.Where(block => IsOwn(municipality, block)).DefaultIfEmpty(blocks.First()).Max(block => Of(municipality, block).UpdatedAt);
}

using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Edits;

/// <summary>What edits do to the dates of texts (O-013).</summary>
internal static class TextDating
{
    /// <summary>Who writes a text has read it. Where the product's text stands again, its dates hold.</summary>
    public static Municipality Changed(Municipality municipality, ChangeText change)
    {
        if (change.On is not { } day) return municipality;
        if (change.Markdown is null) return TextAges.IsOwn(municipality, change.Block) ? municipality : With(municipality, change.Block, _ => null);
        return With(municipality, change.Block, known => known with { PublishedAt = known.PublishedAt ?? day, UpdatedAt = day, ReviewedAt = day, ReviewedBy = change.By, Source = null });
    }

    /// <summary>Who reads a text changes only when it was read.</summary>
    public static Municipality Reviewed(Municipality municipality, ReviewText review, List<EditError> errors)
    {
        if (TextBlocks.Names.Contains(review.Block)) return With(municipality, review.Block, known => known with { ReviewedAt = review.On, ReviewedBy = review.By });
        errors.Add(new EditError($"texts/{review.Block}", EditErrorCode.BlockUnknown));
        return municipality;
    }

    private static Municipality With(Municipality municipality, string block, Func<TextDates, TextDates?> change)
    {
        var known = municipality.TextDates ?? [];
        var changed = change(known.FirstOrDefault(dates => dates.Block == block) ?? new TextDates(block));
        TextDates[] all = [.. known.Where(dates => dates.Block != block).Concat(changed is null ? [] : [changed]).OrderBy(dates => dates.Block, StringComparer.Ordinal)];
        return municipality with { TextDates = all.Length == 0 ? null : all };
    }
}

namespace IpPlatform.Domain.Tenants;

/// <summary>When a block of a public text was published, changed and last gone through (O-013). What is not known is left out, never guessed.</summary>
/// <param name="Block">Name of the block, in all its languages.</param>
/// <param name="PublishedAt">Since when the municipality has words of its own there.</param>
/// <param name="UpdatedAt">When they were last changed.</param>
/// <param name="ReviewedAt">When somebody last read that they still hold; who writes them has read them.</param>
/// <param name="ReviewedBy">Who, such as <c>staff/&lt;id&gt;</c>; null where the files say it.</param>
/// <param name="Source">Where the dates of the files were read.</param>
public sealed record TextDates(string Block, DateOnly? PublishedAt = null, DateOnly? UpdatedAt = null, DateOnly? ReviewedAt = null, string? ReviewedBy = null, string? Source = null)
{
    /// <summary>For how many months a reading holds.</summary>
    public const int HoldsMonths = 12;

    /// <summary>The day on which it is to be gone through again; null when nobody knows that it ever was.</summary>
    public DateOnly? NextReview() => ReviewedAt?.AddMonths(HoldsMonths);

    /// <summary>Days since it was gone through, or null.</summary>
    public int? DaysSince(DateOnly day) => day.DayNumber - ReviewedAt?.DayNumber;

    /// <summary>Whether it has waited too long, or nobody knows.</summary>
    public bool IsStaleOn(DateOnly day) => !(NextReview() >= day);
}

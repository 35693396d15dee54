namespace IpPlatform.Domain.Tenants;

/// <summary>A day, or some days, on which a contact is closed or keeps other hours (O-126).</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; the same for one day.</param>
/// <param name="Reason">Why, in a few words that everybody may read.</param>
/// <param name="Hours">The hours that hold instead, at the desk and on the phone; null when it is closed.</param>
public sealed record HoursException(DateOnly From, DateOnly To, string Reason, WeeklyHours? Hours = null)
{
    /// <summary>The longest reason, in letters.</summary>
    public const int LongestReason = 100;

    /// <summary>Whether it is about a day.</summary>
    public bool IsOn(DateOnly day) => From <= day && day <= To;

    /// <summary>Whether both are about some day.</summary>
    public bool Overlaps(HoursException other) => From <= other.To && other.From <= To;
}

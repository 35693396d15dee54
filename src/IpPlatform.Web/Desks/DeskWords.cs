using IpPlatform.Web.Layout;

namespace IpPlatform.Web.Desks;

/// <summary>What a line on the desk says.</summary>
internal static class DeskWords
{
    /// <summary>Why she stands where she stands, and by when.</summary>
    public static string Why(PageFrame frame, DeskEntry entry) =>
        entry.Person.NextBy is not { } by ? frame[entry.Why]
        // Where something else than the day is why, the day is said after it.
        : entry.Why is "Desk_Why_changed" or "Desk_Why_proposed" ? $"{frame[entry.Why]}. {frame["Desk_Why_later"]}: {frame.Dates.DayAndDistance(by)}"
        : $"{frame[entry.Why]}: {frame.Dates.DayAndDistance(by)}";

    /// <summary>That the employee acts for somebody who is away, or would; null for her own people.</summary>
    public static string? StandsIn(PageFrame frame, DeskEntry entry) =>
        !entry.Person.AsDeputy ? null
        : entry.Person.CoordinatorAwayUntil is { } until ? frame["Desk_StandsIn"].Replace("{date}", frame.Dates.Day(until), StringComparison.Ordinal)
        : frame["Desk_AsDeputy"];
}

using IpPlatform.Storage.Desks;

namespace IpPlatform.Web.Desks;

/// <summary>
/// Whom to help first: what is overdue, then what is due within a week, then those for whom nothing is agreed, then what has changed.
/// Whom she only stands in for comes last while the coordinator is there, and among her own when she is away.
/// </summary>
public static class DeskOrder
{
    /// <summary>The last rank that stands under «first».</summary>
    public const int LastOfFirst = 2;

    /// <summary>In the order in which they are helped.</summary>
    public static DeskEntry[] Of(IEnumerable<DeskPerson> people, DateOnly today) =>
        [.. people.Select(person => Of(person, today)).OrderBy(entry => entry.Rank).ThenBy(entry => entry.Person.NextBy ?? DateOnly.MaxValue).ThenBy(entry => entry.Person.Name, StringComparer.CurrentCulture).ThenBy(entry => entry.Person.PersonId)];

    private static DeskEntry Of(DeskPerson person, DateOnly today) =>
        person is { AsDeputy: true, CoordinatorAwayUntil: null } ? new DeskEntry(person, 6, "Desk_Why_deputy")
        : person.NextBy < today ? new DeskEntry(person, 0, "Desk_Why_overdue")
        : person.NextBy <= today.AddDays(7) ? new DeskEntry(person, 1, "Desk_Why_soon")
        : person.NextBy is null ? new DeskEntry(person, LastOfFirst, "Desk_Why_none")
        : person.Seen is null || person.Changes.Count > 0 ? new DeskEntry(person, 3, "Desk_Why_changed")
        : person.Proposed > 0 ? new DeskEntry(person, 4, "Desk_Why_proposed")
        : new DeskEntry(person, 5, "Desk_Why_later");
}

using IpPlatform.Storage.Coordination;

namespace IpPlatform.Web.Desks;

/// <summary>A person on the desk with why she stands where she stands.</summary>
/// <param name="Person">The person.</param>
/// <param name="Rank">Lower is sooner.</param>
/// <param name="Why">Key of the text that says why.</param>
public sealed record DeskEntry(DeskPerson Person, int Rank, string Why);

/// <summary>An offer that waits for an answer.</summary>
public sealed record DeskOffer(Guid PersonId, string? Name);

/// <summary>Whom to help first: what is overdue, then what is due within a week, then those for whom nothing is agreed, then what changed.</summary>
internal static class DeskOrder
{
    public static DeskEntry Of(DeskPerson person, DateOnly today) =>
        person.NextBy < today ? new DeskEntry(person, 0, "Desk_Why_overdue")
        : person.NextBy <= today.AddDays(7) ? new DeskEntry(person, 1, "Desk_Why_soon")
        : person.NextBy is null ? new DeskEntry(person, 2, "Desk_Why_none")
        : person.Proposed > 0 ? new DeskEntry(person, 3, "Desk_Why_proposed")
        : person.Changed ? new DeskEntry(person, 4, "Desk_Why_changed")
        : new DeskEntry(person, 5, "Desk_Why_later");
}

using IpPlatform.Domain.Calendar;

namespace IpPlatform.Domain.Persons.Adults;

/// <summary>One adult's relation to the person, apart from every other adult's (S-01).</summary>
/// <param name="RelationId">Of the relation.</param>
/// <param name="SubjectId">The adult's own record; null for an authority, which signs in nowhere.</param>
/// <param name="Name">As it was told when the relation was registered.</param>
/// <param name="Basis">On what it rests.</param>
/// <param name="Source">How the unit knows.</param>
/// <param name="Mandate">What a guardian may do.</param>
/// <param name="Reads">May follow the child's coordination, as far as the basis and the child's age allow.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null when no end is known.</param>
/// <param name="Until">The instant from which it is none: after the last day, or at once when that had passed as it was said.</param>
public sealed record AdultRelation(
    Guid RelationId, Guid? SubjectId, string Name, AdultBasis Basis, AdultSource Source, string? Mandate, bool Reads, DateOnly From, DateOnly? To, DateTimeOffset? Until)
{
    /// <summary>Who answers by it.</summary>
    public Guid HolderId => SubjectId ?? RelationId;

    /// <summary>Whether it stands at an instant.</summary>
    public bool StandsAt(DateTimeOffset at) => Norway.StartOf(From) <= at && !IsOverAt(at);

    /// <summary>Whether it has ended at an instant; one that is still to begin has not.</summary>
    public bool IsOverAt(DateTimeOffset at) => Until is { } until && until <= at;
}

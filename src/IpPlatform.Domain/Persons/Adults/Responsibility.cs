using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;

namespace IpPlatform.Domain.Persons.Adults;

/// <summary>
/// What adults' relations give at an instant. Asked each time and kept nowhere: at a birthday, and at the end of a relation, it is
/// over without anybody doing anything (S-05).
/// </summary>
public static class Responsibility
{
    /// <summary>
    /// Whose consent counts for a child, each once: those with parental responsibility, or the child welfare authority alone while it
    /// has custody (pbrl §4-4). Nobody's when the person consents herself.
    /// </summary>
    public static IReadOnlyList<Guid> HoldersAt(PersonState state, DateTimeOffset at)
    {
        if (!(state.AgeAt(at) < Age.ConsentsHerself)) return [];
        var standing = state.Adults.Where(adult => adult.StandsAt(at)).ToArray();
        var custody = standing.Where(adult => adult.Basis == AdultBasis.ChildWelfareCustody).ToArray();
        return [.. (custody.Length > 0 ? custody : [.. standing.Where(adult => adult.Basis.IsResponsibility())]).Select(adult => adult.HolderId).Distinct()];
    }

    /// <summary>How somebody stands to a child as an adult who may follow it; null when she may not, or when it is not known how old the person is.</summary>
    public static RelationKind? ReadingOf(PersonState state, Guid subject, DateTimeOffset at)
    {
        if (state.AgeAt(at) is not { } age || age >= Age.OfAge) return null;
        var standing = state.Adults.Where(adult => adult.StandsAt(at)).ToArray();
        if (standing.Any(adult => adult.Basis == AdultBasis.ChildWelfareCustody)) return null;
        if (!standing.Any(adult => adult.SubjectId == subject && adult.Reads && adult.Basis.IsResponsibility())) return null;
        return age < Age.ConsentsHerself ? RelationKind.Holder : RelationKind.HolderOfYoung;
    }

    /// <summary>Whether the child lives with the adult.</summary>
    public static bool HasDailyCare(PersonState state, Guid holder, DateTimeOffset at) =>
        state.Adults.Any(adult => adult.HolderId == holder && adult.Basis == AdultBasis.DailyCare && adult.StandsAt(at));
}

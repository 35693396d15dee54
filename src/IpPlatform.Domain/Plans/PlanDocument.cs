using System.Collections.Immutable;
using IpPlatform.Domain.Access;

namespace IpPlatform.Domain.Plans;

/// <summary>A plan as one viewer may see it.</summary>
public sealed record PlanDocument(Guid PersonId, long Version, bool Open, int Period, PlanDocumentConsent? Consent, ImmutableArray<PlanDocumentGoal> Goals);

/// <summary>The consent that the plan rests on.</summary>
public sealed record PlanDocumentConsent(Guid Id, string Channel, DateTimeOffset GivenAt);

/// <summary>A goal in a document. <paramref name="ChangedVersion"/> is what undo names; <paramref name="MayEdit"/> is the viewer's right.</summary>
public sealed record PlanDocumentGoal(
    Guid Id, string Text, string Status, string WrittenBy, Guid WrittenById, ImmutableArray<Guid> Audience,
    DateTimeOffset AddedAt, DateTimeOffset ChangedAt, long ChangedVersion, bool MayEdit, bool MayAgree);

/// <summary>Makes documents.</summary>
public static class PlanDocuments
{
    /// <summary>
    /// The plan for a viewer whom access has admitted. Owner and coordinator see all goals; rights on each goal follow the rules
    /// of <see cref="PlanAggregate"/>. Goals come in the order in which they were added.
    /// </summary>
    public static PlanDocument For(PlanState state, Caller viewer)
    {
        var goals = state.Goals.Values
            .Where(goal => !goal.Now.Removed)
            .OrderBy(goal => goal.AddedVersion)
            .Select(goal => Goal(goal, viewer, state.Open));
        var consent = state.Consent is { } c ? new PlanDocumentConsent(c.ConsentId, Names.Of(c.Channel), c.GivenAt) : null;
        return new PlanDocument(state.PersonId, state.Version, state.Open, state.Period, consent, [.. goals]);
    }

    private static PlanDocumentGoal Goal(Goal goal, Caller viewer, bool open)
    {
        var owner = viewer.Kind == CallerKind.Citizen;
        var proposed = goal.Now.Status == ItemStatus.Proposed;
        var own = goal.Author.Kind == viewer.Kind && goal.Author.Subject == viewer.Subject;
        return new PlanDocumentGoal(
            goal.ItemId, goal.Now.Text, proposed ? "proposed" : "agreed",
            goal.Author.Kind == CallerKind.Citizen ? "owner" : "staff", goal.Author.Subject, goal.Audience,
            goal.AddedAt, goal.Now.At, goal.Now.Since,
            MayEdit: open && (owner || (own && proposed)), MayAgree: open && owner && proposed);
    }
}

/// <summary>Stable lower-case names of enumerations in documents.</summary>
internal static class Names
{
    public static string Of(Persons.Channel channel) => channel switch
    {
        Persons.Channel.SignedIn => "signedIn",
        Persons.Channel.Meeting => "meeting",
        Persons.Channel.Phone => "phone",
        Persons.Channel.Paper => "paper",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}

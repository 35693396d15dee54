using System.Collections.Immutable;
using IpPlatform.Domain.Access;

namespace IpPlatform.Domain.Plans;

/// <summary>A plan as one viewer may see it. <paramref name="Closing"/> says why it is not open any longer.</summary>
public sealed record PlanDocument(Guid PersonId, long Version, bool Open, int Period, PlanClosing? Closing, PlanDocumentConsent? Consent, PlanDocumentText? WhatMatters, ImmutableArray<PlanDocumentGoal> Goals);

/// <summary>The consent that the plan rests on.</summary>
public sealed record PlanDocumentConsent(Guid Id, string Channel, DateTimeOffset GivenAt);

/// <summary>What matters. <paramref name="Before"/> is what undo would bring back.</summary>
public sealed record PlanDocumentText(string Text, string Before, string WrittenBy, DateTimeOffset ChangedAt, long ChangedVersion, bool MayEdit);

/// <summary>
/// A measure in a document. <paramref name="Responsible"/> is owner, coordinator or other, the last with a name; null as long as it is
/// incomplete.
/// </summary>
public sealed record PlanDocumentMeasure(
    Guid Id, string Text, string? Responsible, string? ResponsibleName, DateOnly Due, bool Done, string Status, string WrittenBy,
    DateTimeOffset ChangedAt, long ChangedVersion, bool MayEdit, bool MayAgree, bool MayMark);

/// <summary>A goal in a document. <paramref name="ChangedVersion"/> is what undo names; <paramref name="MayEdit"/> is the viewer's right.</summary>
public sealed record PlanDocumentGoal(
    Guid Id, string Text, string Status, string WrittenBy, Guid WrittenById, ImmutableArray<Guid> Audience,
    DateTimeOffset AddedAt, DateTimeOffset ChangedAt, long ChangedVersion, bool MayEdit, bool MayAgree,
    ImmutableArray<PlanDocumentMeasure> Measures);

/// <summary>Makes documents.</summary>
public static class PlanDocuments
{
    /// <summary>
    /// The plan for a viewer whom access has admitted. Owner and coordinator see all goals; rights on each goal follow the rules
    /// of <see cref="PlanAggregate"/>. Goals come in the order in which they were added. An adult who follows a child's plan reads it,
    /// changes nothing, and is not shown who has consented (S-06).
    /// </summary>
    public static PlanDocument For(PlanState state, Caller viewer)
    {
        var goals = state.Goals.Values
            .Where(goal => !goal.Now.Removed)
            .OrderBy(goal => goal.AddedVersion)
            .Select(goal => Goal(goal, state, viewer));
        var consent = state.Consent is { } c && !IsAdultOfChild(state, viewer) ? new PlanDocumentConsent(c.ConsentId, Names.Of(c.Channel), c.GivenAt) : null;
        return new PlanDocument(state.PersonId, state.Version, state.Open, state.Period, state.Closing, consent, WhatMattersOf(state, viewer), [.. goals]);
    }

    private static PlanDocumentGoal Goal(Goal goal, PlanState state, Caller viewer)
    {
        var open = state.Open;
        var owner = IsOwner(state, viewer);
        var proposed = goal.Now.Status == ItemStatus.Proposed;
        var own = goal.Author.Kind == viewer.Kind && goal.Author.Subject == viewer.Subject;
        return new PlanDocumentGoal(
            goal.ItemId, goal.Now.Text, proposed ? "proposed" : "agreed",
            goal.Author.Kind == CallerKind.Citizen ? "owner" : "staff", goal.Author.Subject, goal.Audience,
            goal.AddedAt, goal.Now.At, goal.Now.Since,
            MayEdit: open && (owner || (own && proposed)), MayAgree: open && owner && proposed,
            [.. state.Measures.Values.Where(measure => measure.GoalId == goal.ItemId && !measure.Now.Removed).OrderBy(measure => measure.AddedVersion).Select(measure => MeasureOf(measure, state, viewer))]);
    }

    private static PlanDocumentMeasure MeasureOf(Measure measure, PlanState state, Caller viewer)
    {
        var open = state.Open;
        var owner = IsOwner(state, viewer);
        var proposed = measure.Now.Status == ItemStatus.Proposed;
        var own = measure.Author.Kind == viewer.Kind && measure.Author.Subject == viewer.Subject;
        return new PlanDocumentMeasure(
            measure.ItemId, measure.Now.Text, measure.Now.Responsible is { } party ? Names.Of(party.Kind) : null, measure.Now.Responsible?.Name, measure.Now.Due, measure.Now.Done,
            Names.Of(measure.Now.Status), measure.Author.Kind == CallerKind.Citizen ? "owner" : "staff", measure.Now.At, measure.Now.Since,
            MayEdit: open && (owner || (own && measure.Now.Status != ItemStatus.Agreed)), MayAgree: open && owner && proposed, MayMark: open && !IsAdultOfChild(state, viewer));
    }

    private static PlanDocumentText? WhatMattersOf(PlanState state, Caller viewer)
    {
        var byOwner = state.WhatMatters is { Author.Kind: CallerKind.Citizen };
        return state.WhatMatters is { } words
            ? new PlanDocumentText(words.Text, words.Before, byOwner ? "owner" : "staff", words.At, words.Since, MayEdit: state.Open && (IsOwner(state, viewer) || (!byOwner && !IsAdultOfChild(state, viewer))))
            : null;
    }

    private static bool IsOwner(PlanState state, Caller viewer) => viewer.Kind == CallerKind.Citizen && viewer.Subject == state.PersonId;

    private static bool IsAdultOfChild(PlanState state, Caller viewer) => viewer.Kind == CallerKind.Citizen && viewer.Subject != state.PersonId;
}

/// <summary>Stable lower-case names of enumerations in documents.</summary>
internal static class Names
{
    public static string Of(ResponsibleKind kind) => kind switch
    {
        ResponsibleKind.Owner => "owner",
        ResponsibleKind.Coordinator => "coordinator",
        ResponsibleKind.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(ItemStatus status) => status switch
    {
        ItemStatus.Proposed => "proposed",
        ItemStatus.Agreed => "agreed",
        ItemStatus.Incomplete => "incomplete",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(Persons.Channel channel) => channel switch
    {
        Persons.Channel.SignedIn => "signedIn",
        Persons.Channel.Meeting => "meeting",
        Persons.Channel.Phone => "phone",
        Persons.Channel.Paper => "paper",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}

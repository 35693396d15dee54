using System.Collections.Immutable;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;

namespace IpPlatform.Domain.Plans;

/// <summary>A plan as its rules see it. Removed goals stay, so that removing can be undone.</summary>
public sealed record PlanState(
    Guid PersonId, long Version, bool Open, int Period, PlanConsent? Consent, ImmutableDictionary<Guid, Goal> Goals,
    ImmutableDictionary<Guid, Measure> Measures, WhatMatters? WhatMatters = null, PlanClosing? Closing = null) : IVersioned
{
    /// <summary>The goal, unless there is none or it was taken out.</summary>
    public Goal? Find(Guid itemId) => Goals.TryGetValue(itemId, out var goal) && !goal.Now.Removed ? goal : null;
}

/// <summary>The consent that the present period rests on.</summary>
public sealed record PlanConsent(Guid ConsentId, Channel Channel, DateTimeOffset GivenAt);

/// <summary>
/// A goal: identity, author and audience (nobody by default) from day one, its present form, and the form before the latest
/// change, which is what undo brings back.
/// </summary>
public sealed record Goal(Guid ItemId, Author Author, ImmutableArray<Guid> Audience, long AddedVersion, DateTimeOffset AddedAt, GoalForm Now, GoalForm Before);

/// <summary>How a goal stands, since which version of the plan.</summary>
public sealed record GoalForm(string Text, ItemStatus Status, bool Removed, long Since, DateTimeOffset At);

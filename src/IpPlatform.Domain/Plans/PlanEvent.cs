using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;

namespace IpPlatform.Domain.Plans;

/// <summary>What has happened to a plan.</summary>
public abstract record PlanEvent;

/// <summary>A period of the plan began.</summary>
[StoredName("plan-opened")]
public sealed record PlanOpened(int Period, Guid ConsentId, Channel ConsentChannel, DateTimeOffset ConsentGivenAt) : PlanEvent;

/// <summary>A goal came in.</summary>
[StoredName("goal-added")]
public sealed record GoalAdded(Guid ItemId, Author Author, ItemStatus Status, [property: Personal] string Text, DateTimeOffset At) : PlanEvent;

/// <summary>A goal's text changed.</summary>
[StoredName("goal-changed")]
public sealed record GoalChanged(Guid ItemId, [property: Personal] string Text, DateTimeOffset At) : PlanEvent;

/// <summary>The owner agreed to a goal.</summary>
[StoredName("goal-agreed")]
public sealed record GoalAgreed(Guid ItemId, DateTimeOffset At) : PlanEvent;

/// <summary>A goal was taken out.</summary>
[StoredName("goal-removed")]
public sealed record GoalRemoved(Guid ItemId, DateTimeOffset At) : PlanEvent;

/// <summary>A goal's latest change was undone: it is as it was before.</summary>
[StoredName("goal-change-undone")]
public sealed record GoalChangeUndone(Guid ItemId, long UndoneVersion, DateTimeOffset At) : PlanEvent;

/// <summary>What matters was written.</summary>
[StoredName("what-matters-written")]
public sealed record WhatMattersWritten(Author Author, [property: Personal] string Text, DateTimeOffset At) : PlanEvent;

/// <summary>A measure came in under a goal. <paramref name="Responsible"/> is null when nobody is named yet.</summary>
[StoredName("measure-added")]
public sealed record MeasureAdded(
    Guid ItemId, Guid GoalId, Author Author, ItemStatus Status, [property: Personal] string Text, ResponsibleKind? Responsible,
    [property: Personal] string? ResponsibleName, DateOnly Due, DateTimeOffset At) : PlanEvent;

/// <summary>What a measure is, who is responsible or by when changed.</summary>
[StoredName("measure-changed")]
public sealed record MeasureChanged(
    Guid ItemId, [property: Personal] string Text, ResponsibleKind? Responsible, [property: Personal] string? ResponsibleName, DateOnly Due, DateTimeOffset At) : PlanEvent;

/// <summary>The owner agreed to a measure.</summary>
[StoredName("measure-agreed")]
public sealed record MeasureAgreed(Guid ItemId, DateTimeOffset At) : PlanEvent;

/// <summary>A measure was done, or not done after all.</summary>
[StoredName("measure-marked")]
public sealed record MeasureMarked(Guid ItemId, bool Done, DateTimeOffset At) : PlanEvent;

/// <summary>A measure was taken out.</summary>
[StoredName("measure-removed")]
public sealed record MeasureRemoved(Guid ItemId, DateTimeOffset At) : PlanEvent;

/// <summary>A measure's latest change was undone.</summary>
[StoredName("measure-change-undone")]
public sealed record MeasureChangeUndone(Guid ItemId, long UndoneVersion, DateTimeOffset At) : PlanEvent;

/// <summary>The period ended. <paramref name="Because"/> is null in what was written before reasons were: the consent was withdrawn.</summary>
[StoredName("plan-closed")]
public sealed record PlanClosed(Guid ConsentId, DateTimeOffset At, PlanClosing? Because = null) : PlanEvent;

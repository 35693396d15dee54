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

/// <summary>The period ended.</summary>
[StoredName("plan-closed")]
public sealed record PlanClosed(Guid ConsentId, DateTimeOffset At) : PlanEvent;

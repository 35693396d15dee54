using IpPlatform.Domain.Persons;

namespace IpPlatform.Domain.Plans;

/// <summary>What can be asked of a plan.</summary>
[GenerateSerializer, Immutable, Alias("plan-command")]
public abstract record PlanCommand;

/// <summary>Open the plan, or a new period of it, on a consent: no plan without one.</summary>
[GenerateSerializer, Immutable, Alias("open-plan")]
public sealed record OpenPlan([property: Id(0)] Guid ConsentId, [property: Id(1)] Channel ConsentChannel, [property: Id(2)] bool ConsentGiven) : PlanCommand;

/// <summary>Add a goal, in the words of the one who adds it.</summary>
[GenerateSerializer, Immutable, Alias("add-goal")]
public sealed record AddGoal([property: Id(0)] Guid ItemId, [property: Id(1)] string Text) : PlanCommand;

/// <summary>Change a goal's text. <paramref name="SeenVersion"/> is the plan's version on the screen that it was changed on.</summary>
[GenerateSerializer, Immutable, Alias("change-goal")]
public sealed record ChangeGoal([property: Id(0)] Guid ItemId, [property: Id(1)] string Text, [property: Id(2)] long SeenVersion) : PlanCommand;

/// <summary>The owner agrees to a goal that a professional proposed.</summary>
[GenerateSerializer, Immutable, Alias("agree-goal")]
public sealed record AgreeGoal([property: Id(0)] Guid ItemId, [property: Id(1)] long SeenVersion) : PlanCommand;

/// <summary>Take a goal out of the plan; it can be put back.</summary>
[GenerateSerializer, Immutable, Alias("remove-goal")]
public sealed record RemoveGoal([property: Id(0)] Guid ItemId, [property: Id(1)] long SeenVersion) : PlanCommand;

/// <summary>Undo the goal's latest change, which must still be the one made at <paramref name="ChangedAt"/>.</summary>
[GenerateSerializer, Immutable, Alias("undo-goal")]
public sealed record UndoGoal([property: Id(0)] Guid ItemId, [property: Id(1)] long ChangedAt) : PlanCommand;

/// <summary>Close the plan because its consent is withdrawn (arrives from the person's record).</summary>
[GenerateSerializer, Immutable, Alias("close-plan")]
public sealed record ClosePlan([property: Id(0)] Guid ConsentId) : PlanCommand;

using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;

namespace IpPlatform.Domain.Plans;

/// <summary>What can be asked of a plan.</summary>
[GenerateSerializer, Immutable, Alias("plan-command")]
public abstract record PlanCommand;

/// <summary>
/// Open the plan, or a new period of it, on a consent: no plan without one (O-082). What other streams say is gathered before the command:
/// <paramref name="CoordinatorMissing"/>, the municipality wants a named coordinator first, and there is none (O-056); and
/// <paramref name="Way"/>, what the person's record says of whose consent it takes.
/// </summary>
[GenerateSerializer, Immutable, Alias("open-plan")]
public sealed record OpenPlan(
    [property: Id(0)] Guid ConsentId, [property: Id(1)] Channel ConsentChannel, [property: Id(2)] bool ConsentGiven, [property: Id(3)] bool CoordinatorMissing = false,
    [property: Id(4)] ConsentWay Way = ConsentWay.Unasked) : PlanCommand;

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

/// <summary>Say what matters, in the owner's words.</summary>
[GenerateSerializer, Immutable, Alias("write-what-matters")]
public sealed record WriteWhatMatters([property: Id(0)] string Text, [property: Id(1)] long SeenVersion) : PlanCommand;

/// <summary>Something about one measure.</summary>
[GenerateSerializer, Immutable, Alias("measure-command")]
public abstract record MeasureCommand([property: Id(0)] Guid ItemId, [property: Id(1)] long SeenVersion) : PlanCommand;

/// <summary>Add a measure to a goal. Without a responsible it is incomplete (O-068); without a date it is refused, not guessed.</summary>
[GenerateSerializer, Immutable, Alias("add-measure")]
public sealed record AddMeasure(
    Guid ItemId, [property: Id(0)] Guid GoalId, [property: Id(1)] string Text, [property: Id(2)] ResponsibleParty? Responsible, [property: Id(3)] DateOnly? Due)
    : MeasureCommand(ItemId, 0);

/// <summary>Change what a measure is, who is responsible or by when.</summary>
[GenerateSerializer, Immutable, Alias("change-measure")]
public sealed record ChangeMeasure(
    Guid ItemId, [property: Id(0)] string Text, [property: Id(1)] ResponsibleParty? Responsible, [property: Id(2)] DateOnly? Due, long SeenVersion)
    : MeasureCommand(ItemId, SeenVersion);

/// <summary>The owner agrees to a measure that a professional proposed.</summary>
[GenerateSerializer, Immutable, Alias("agree-measure")]
public sealed record AgreeMeasure(Guid ItemId, long SeenVersion) : MeasureCommand(ItemId, SeenVersion);

/// <summary>Say that a measure is done, or not done after all.</summary>
[GenerateSerializer, Immutable, Alias("mark-measure-done")]
public sealed record MarkMeasureDone(Guid ItemId, [property: Id(0)] bool Done, long SeenVersion) : MeasureCommand(ItemId, SeenVersion);

/// <summary>Take a measure out; it can be put back.</summary>
[GenerateSerializer, Immutable, Alias("remove-measure")]
public sealed record RemoveMeasure(Guid ItemId, long SeenVersion) : MeasureCommand(ItemId, SeenVersion);

/// <summary>Undo the measure's latest change, which must still be the one made at <c>SeenVersion</c>.</summary>
[GenerateSerializer, Immutable, Alias("undo-measure")]
public sealed record UndoMeasure(Guid ItemId, long SeenVersion) : MeasureCommand(ItemId, SeenVersion);

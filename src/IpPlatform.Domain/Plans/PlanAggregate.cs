using System.Collections.Immutable;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Rows;

namespace IpPlatform.Domain.Plans;

/// <summary>
/// The rules of a plan. The owner's word is never overwritten by others (O-006); what a professional writes is a proposal until
/// the owner agrees; no plan without consent (O-035, O-082).
/// </summary>
public sealed class PlanAggregate : IAggregate<PlanState, PlanCommand, PlanEvent>
{
    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Kind"/>
    public static string Kind => "plan";

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Shape"/>
    public static int Shape => 3;

    /// <inheritdoc/>
    public static PlanState Initial(Guid id) => new(id, 0, false, 0, null, ImmutableDictionary<Guid, Goal>.Empty, ImmutableDictionary<Guid, Measure>.Empty);

    /// <inheritdoc/>
    public static Decision<PlanEvent> Decide(PlanState state, PlanCommand command, CommandContext context)
    {
        if (!state.Open && command is not OpenPlan) return new Refusal(command is ClosePlan ? "PLAN_CLOSED_BEFORE" : "PLAN_NOT_OPEN");
        return command switch
        {
            OpenPlan c => Open(state, c, context),
            AddGoal c => Add(state, c, context),
            ChangeGoal c => Change(state, c, context),
            AgreeGoal c => Agree(state, c, context),
            RemoveGoal c => Remove(state, c, context),
            UndoGoal c => Undo(state, c, context),
            WriteWhatMatters c => Write(state, c, context),
            MeasureCommand c => MeasureRules.Decide(state, c, context),
            ClosePlan c when c.ConsentId != state.Consent?.ConsentId => new Refusal("PLAN_CONSENT_OTHER"),
            ClosePlan c => new PlanClosed(c.ConsentId, context.Now, PlanClosing.ConsentWithdrawn),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
        };
    }

    /// <inheritdoc/>
    public static PlanState Evolve(PlanState state, PlanEvent @event)
    {
        var version = state.Version + 1;
        var next = @event switch
        {
            PlanOpened e => state with { Open = true, Closing = null, Period = e.Period, Consent = new PlanConsent(e.ConsentId, e.ConsentChannel, e.ConsentGivenAt) },
            GoalAdded e => state with { Goals = state.Goals.Add(e.ItemId, Added(e, version)) },
            GoalChanged e => With(state, e.ItemId, g => g with { Text = e.Text, Since = version, At = e.At }),
            GoalAgreed e => With(state, e.ItemId, g => g with { Status = ItemStatus.Agreed, Since = version, At = e.At }),
            GoalRemoved e => With(state, e.ItemId, g => g with { Removed = true, Since = version, At = e.At }),
            GoalChangeUndone e => Undone(state, e, version),
            WhatMattersWritten e => state with { WhatMatters = new WhatMatters(e.Text, state.WhatMatters?.Text ?? "", e.Author, version, e.At) },
            PlanClosed e => state with { Open = false, Closing = e.Because ?? PlanClosing.ConsentWithdrawn },
            _ => MeasureRules.Evolve(state, @event, version),
        };
        return next with { Version = version };
    }

    /// <inheritdoc/>
    public static PlanState Pass(PlanState state) => state with { Version = state.Version + 1 };

    /// <inheritdoc/>
    public static IEnumerable<RowChange> Project(PlanState state, PlanEvent @event, DateTimeOffset at)
    {
        var agreed = 0;
        var proposed = 0;
        foreach (var goal in state.Goals.Values)
        {
            if (goal.Now.Removed) continue;
            if (goal.Now.Status == ItemStatus.Agreed) agreed++;
            else proposed++;
        }

        yield return new PlanRow(state.PersonId, state.Open, agreed, proposed, state.Version, at);
    }

    /// <inheritdoc/>
    public static IEnumerable<Message> Announce(PlanState state, PlanEvent @event, DateTimeOffset at)
    {
        if (@event is PlanOpened e) yield return new PlanConsentRecorded(state.PersonId, e.ConsentId, e.ConsentChannel, e.ConsentGivenAt, at);
    }

    /// <inheritdoc/>
    public static PlanCommand? Receive(Message message) => message switch
    {
        PlanConsentWithdrawn m => new ClosePlan(m.ConsentId),
        _ => null,
    };

    private static Decision<PlanEvent> Open(PlanState state, OpenPlan command, CommandContext context)
    {
        if (state.Open) return new Refusal("PLAN_OPEN_BEFORE");
        if (!command.ConsentGiven) return new Refusal("CONSENT_REQUIRED");
        if (command.CoordinatorMissing) return new Refusal("PLAN_REQUIRES_COORDINATOR");
        if ((command.ConsentChannel == Channel.SignedIn) != (context.Caller.Kind == CallerKind.Citizen)) return new Refusal("PLAN_CONSENT_CHANNEL");
        if (Missing(command.Way) is { } missing) return missing;
        return new PlanOpened(state.Period + 1, command.ConsentId, command.ConsentChannel, context.Now);
    }

    /// <summary>What lacks in the consent for a child (S-01); null when it is there, and for those who consent themselves.</summary>
    private static Refusal? Missing(ConsentWay way) => way switch
    {
        ConsentWay.Self or ConsentWay.HoldersAgree or ConsentWay.OneIsEnough => null,
        ConsentWay.HolderMissing => new Refusal("PLAN_HOLDER_MISSING"),
        ConsentWay.HoldersWait => new Refusal("PLAN_HOLDERS_WAIT"),
        ConsentWay.Disagreement => new Refusal("PLAN_HOLDERS_DISAGREE"),
        ConsentWay.HoldersDecline => new Refusal("PLAN_HOLDERS_DECLINE"),
        ConsentWay.SetAside => new Refusal("PLAN_SET_ASIDE"),
        _ => new Refusal("CONSENT_REQUIRED"),
    };

    /// <summary>The owner's words stay hers: a professional may write them down only as long as she has not written herself (O-006).</summary>
    private static Decision<PlanEvent> Write(PlanState state, WriteWhatMatters command, CommandContext context)
    {
        var now = state.WhatMatters;
        if (command.Text.Length > PlanLimits.GoalText) return new Refusal("GOAL_TEXT_TOO_LONG", new Dictionary<string, string> { ["max"] = "10000" });
        if (now is { Author.Kind: CallerKind.Citizen } && context.Caller.Kind != CallerKind.Citizen) return new Refusal("WHAT_MATTERS_BELONGS_TO_OWNER");
        if (now?.Since > command.SeenVersion) return new Refusal("WHAT_MATTERS_CHANGED_MEANWHILE");
        var text = command.Text.Trim();
        return text == (now?.Text ?? "") ? new Refusal("WHAT_MATTERS_UNCHANGED") : new WhatMattersWritten(new Author(context.Caller.Kind, context.Caller.Subject), text, context.Now);
    }

    private static Decision<PlanEvent> Add(PlanState state, AddGoal command, CommandContext context)
    {
        if (Unfit(command.Text) is { } refusal) return refusal;
        if (state.Goals.ContainsKey(command.ItemId)) return new Refusal("GOAL_EXISTS");
        if (state.Goals.Count >= PlanLimits.Goals) return new Refusal("PLAN_FULL");
        var status = context.Caller.Kind == CallerKind.Citizen ? ItemStatus.Agreed : ItemStatus.Proposed;
        return new GoalAdded(command.ItemId, new Author(context.Caller.Kind, context.Caller.Subject), status, command.Text.Trim(), context.Now);
    }

    private static Decision<PlanEvent> Change(PlanState state, ChangeGoal command, CommandContext context)
    {
        if (state.Find(command.ItemId) is not { } goal) return new Refusal("GOAL_UNKNOWN");
        if (Unfit(command.Text) is { } refusal) return refusal;
        if (!OwnerOrOwnProposal(goal, context.Caller)) return new Refusal("GOAL_BELONGS_TO_OWNER");
        if (goal.Now.Since > command.SeenVersion) return Conflict(goal);
        var text = command.Text.Trim();
        return text == goal.Now.Text ? new Refusal("GOAL_UNCHANGED") : new GoalChanged(command.ItemId, text, context.Now);
    }

    private static Decision<PlanEvent> Agree(PlanState state, AgreeGoal command, CommandContext context)
    {
        if (state.Find(command.ItemId) is not { } goal) return new Refusal("GOAL_UNKNOWN");
        if (context.Caller.Kind != CallerKind.Citizen) return new Refusal("GOAL_OWNER_AGREES");
        if (goal.Now.Status == ItemStatus.Agreed) return new Refusal("GOAL_AGREED_BEFORE");
        // What was agreed to must be what was read.
        return goal.Now.Since > command.SeenVersion ? Conflict(goal) : new GoalAgreed(command.ItemId, context.Now);
    }

    private static Decision<PlanEvent> Remove(PlanState state, RemoveGoal command, CommandContext context)
    {
        if (state.Find(command.ItemId) is not { } goal) return new Refusal("GOAL_UNKNOWN");
        if (!OwnerOrOwnProposal(goal, context.Caller)) return new Refusal("GOAL_BELONGS_TO_OWNER");
        return goal.Now.Since > command.SeenVersion ? Conflict(goal) : new GoalRemoved(command.ItemId, context.Now);
    }

    private static Decision<PlanEvent> Undo(PlanState state, UndoGoal command, CommandContext context)
    {
        if (!state.Goals.TryGetValue(command.ItemId, out var goal)) return new Refusal("GOAL_UNKNOWN");
        if (!OwnerOrOwnProposal(goal, context.Caller)) return new Refusal("GOAL_BELONGS_TO_OWNER");
        // She has taken her word back: nobody else brings it again.
        if (goal.Before.Status == ItemStatus.Agreed && context.Caller.Kind != CallerKind.Citizen) return new Refusal("GOAL_BELONGS_TO_OWNER");
        if (goal.Now.Since != command.ChangedAt) return Conflict(goal);
        return new GoalChangeUndone(command.ItemId, command.ChangedAt, context.Now);
    }

    private static bool OwnerOrOwnProposal(Goal goal, Caller caller) =>
        caller.Kind == CallerKind.Citizen
        || (goal.Author.Kind == caller.Kind && goal.Author.Subject == caller.Subject && goal.Now.Status == ItemStatus.Proposed);

    private static Refusal? Unfit(string text) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("GOAL_TEXT_MISSING")
        : text.Length > PlanLimits.GoalText ? new Refusal("GOAL_TEXT_TOO_LONG", new Dictionary<string, string> { ["max"] = "10000" })
        : null;

    private static Refusal Conflict(Goal goal) =>
        new("GOAL_CHANGED_MEANWHILE", new Dictionary<string, string> { ["version"] = goal.Now.Since.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private static Goal Added(GoalAdded e, long version)
    {
        var form = new GoalForm(e.Text, e.Status, false, version, e.At);
        return new Goal(e.ItemId, e.Author, [], version, e.At, form, form with { Removed = true });
    }

    private static PlanState With(PlanState state, Guid itemId, Func<GoalForm, GoalForm> change)
    {
        var goal = state.Goals[itemId];
        return state with { Goals = state.Goals.SetItem(itemId, goal with { Now = change(goal.Now), Before = goal.Now }) };
    }

    private static PlanState Undone(PlanState state, GoalChangeUndone e, long version)
    {
        var goal = state.Goals[e.ItemId];
        var restored = goal.Before with { Since = version, At = e.At };
        return state with { Goals = state.Goals.SetItem(e.ItemId, goal with { Now = restored, Before = goal.Now }) };
    }
}

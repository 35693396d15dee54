using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Plans;

/// <summary>
/// The rules of measures: each belongs to a goal, has exactly one responsible and a date, and is agreed by the owner. One that nobody
/// is responsible for is kept, so that nothing is lost, and cannot be agreed to (O-068).
/// </summary>
internal static class MeasureRules
{
    public static Decision<PlanEvent> Decide(PlanState state, MeasureCommand command, CommandContext context)
    {
        if (command is AddMeasure add) return Add(state, add, context);
        if (!state.Measures.TryGetValue(command.ItemId, out var measure) || (measure.Now.Removed && command is not UndoMeasure)) return new Refusal("MEASURE_UNKNOWN");
        if (command is AgreeMeasure)
        {
            if (context.Caller.Kind != CallerKind.Citizen) return new Refusal("MEASURE_OWNER_AGREES");
            if (measure.Now.Status == ItemStatus.Incomplete) return new Refusal("MEASURE_INCOMPLETE");
            if (measure.Now.Status == ItemStatus.Agreed) return new Refusal("MEASURE_AGREED_BEFORE");
        }
        else if (command is not MarkMeasureDone && !OwnerOrOwnProposal(measure, context.Caller))
        {
            return new Refusal("MEASURE_BELONGS_TO_OWNER");
        }
        else if (command is UndoMeasure && measure.Before.Status == ItemStatus.Agreed && context.Caller.Kind != CallerKind.Citizen)
        {
            // She has taken her word back: nobody else brings it again.
            return new Refusal("MEASURE_BELONGS_TO_OWNER");
        }

        // Undo names the change; all else what was on the screen.
        if (command is UndoMeasure ? measure.Now.Since != command.SeenVersion : measure.Now.Since > command.SeenVersion) return new Refusal("MEASURE_CHANGED_MEANWHILE");
        return command switch
        {
            ChangeMeasure c => Change(measure, c, context),
            AgreeMeasure => new MeasureAgreed(command.ItemId, context.Now),
            MarkMeasureDone c when c.Done == measure.Now.Done => new Refusal("MEASURE_UNCHANGED"),
            MarkMeasureDone c => new MeasureMarked(c.ItemId, c.Done, context.Now),
            RemoveMeasure => new MeasureRemoved(command.ItemId, context.Now),
            UndoMeasure => new MeasureChangeUndone(command.ItemId, command.SeenVersion, context.Now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
        };
    }

    public static PlanState Evolve(PlanState state, PlanEvent @event, long version) => @event switch
    {
        MeasureAdded e => state with { Measures = state.Measures.Add(e.ItemId, Added(e, version)) },
        MeasureChanged e => With(state, e.ItemId, form => Changed(state.Measures[e.ItemId].Author, form, e) with { Since = version, At = e.At }),
        MeasureAgreed e => With(state, e.ItemId, form => form with { Status = ItemStatus.Agreed, Since = version, At = e.At }),
        MeasureMarked e => With(state, e.ItemId, form => form with { Done = e.Done, Since = version, At = e.At }),
        MeasureRemoved e => With(state, e.ItemId, form => form with { Removed = true, Since = version, At = e.At }),
        MeasureChangeUndone e => Undone(state, e, version),
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
    };

    private static Decision<PlanEvent> Add(PlanState state, AddMeasure command, CommandContext context)
    {
        if (state.Find(command.GoalId) is null) return new Refusal("GOAL_UNKNOWN");
        if (Unfit(command.Text, command.Responsible, command.Due) is { } refusal) return refusal;
        if (state.Measures.ContainsKey(command.ItemId)) return new Refusal("MEASURE_EXISTS");
        if (state.Measures.Count >= PlanLimits.Measures) return new Refusal("PLAN_FULL");
        var author = new Author(context.Caller.Kind, context.Caller.Subject);
        return new MeasureAdded(
            command.ItemId, command.GoalId, author, command.Responsible is null ? ItemStatus.Incomplete : Whole(author), command.Text.Trim(),
            command.Responsible?.Kind, command.Responsible?.Name?.Trim(), command.Due!.Value, context.Now);
    }

    private static Decision<PlanEvent> Change(Measure measure, ChangeMeasure command, CommandContext context)
    {
        if (Unfit(command.Text, command.Responsible, command.Due) is { } refusal) return refusal;
        var (text, responsible, due) = (command.Text.Trim(), command.Responsible is { } party ? party with { Name = party.Name?.Trim() } : null, command.Due!.Value);
        var same = text == measure.Now.Text && responsible == measure.Now.Responsible && due == measure.Now.Due;
        return same ? new Refusal("MEASURE_UNCHANGED") : new MeasureChanged(command.ItemId, text, responsible?.Kind, responsible?.Name, due, context.Now);
    }

    private static Refusal? Unfit(string? text, ResponsibleParty? responsible, DateOnly? due) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("MEASURE_TEXT_MISSING")
        : text.Length > PlanLimits.GoalText ? new Refusal("GOAL_TEXT_TOO_LONG", new Dictionary<string, string> { ["max"] = "10000" })
        : responsible is not null && (!Enum.IsDefined(responsible.Kind) || (responsible.Kind == ResponsibleKind.Other) == string.IsNullOrWhiteSpace(responsible.Name)) ? new Refusal("MEASURE_RESPONSIBLE_MISSING")
        : responsible?.Name?.Length > PlanLimits.ResponsibleName ? new Refusal("MEASURE_RESPONSIBLE_MISSING")
        : due is null ? new Refusal("MEASURE_DATE_MISSING")
        : null;

    private static bool OwnerOrOwnProposal(Measure measure, Caller caller) =>
        caller.Kind == CallerKind.Citizen
        || (measure.Author.Kind == caller.Kind && measure.Author.Subject == caller.Subject && measure.Now.Status != ItemStatus.Agreed);

    /// <summary>What a measure is as soon as somebody is responsible.</summary>
    private static ItemStatus Whole(Author author) => author.Kind == CallerKind.Citizen ? ItemStatus.Agreed : ItemStatus.Proposed;

    private static ResponsibleParty? Party(ResponsibleKind? kind, string? name) => kind is { } known ? new ResponsibleParty(known, name) : null;

    private static MeasureForm Changed(Author author, MeasureForm form, MeasureChanged e) => form with
    {
        Text = e.Text,
        Responsible = Party(e.Responsible, e.ResponsibleName),
        Due = e.Due,
        Status = e.Responsible is null ? ItemStatus.Incomplete : form.Status == ItemStatus.Incomplete ? Whole(author) : form.Status,
    };

    private static Measure Added(MeasureAdded e, long version)
    {
        var form = new MeasureForm(e.Text, Party(e.Responsible, e.ResponsibleName), e.Due, false, e.Status, false, version, e.At);
        return new Measure(e.ItemId, e.GoalId, e.Author, version, e.At, form, form with { Removed = true });
    }

    private static PlanState With(PlanState state, Guid itemId, Func<MeasureForm, MeasureForm> change)
    {
        var measure = state.Measures[itemId];
        return state with { Measures = state.Measures.SetItem(itemId, measure with { Now = change(measure.Now), Before = measure.Now }) };
    }

    private static PlanState Undone(PlanState state, MeasureChangeUndone e, long version)
    {
        var measure = state.Measures[e.ItemId];
        return state with { Measures = state.Measures.SetItem(e.ItemId, measure with { Now = measure.Before with { Since = version, At = e.At }, Before = measure.Now }) };
    }
}

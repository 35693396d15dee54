using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Rows;

namespace IpPlatform.Domain.Coordination;

/// <summary>
/// The rules of a person's coordination, which stands without a plan (O-050). At most one coordinator at a time (O-052), and never
/// a gap: from the decision to the end somebody coordinates, the unit itself when nobody else does.
/// </summary>
public sealed class CoordinationAggregate : IAggregate<CoordinationState, CoordinationCommand, CoordinationEvent>
{
    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Kind"/>
    public static string Kind => "coordination";

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Shape"/>
    public static int Shape => 2;

    /// <inheritdoc/>
    public static CoordinationState Initial(Guid id) => new(id, 0, null, null, null, null, null, null);

    /// <inheritdoc/>
    public static Decision<CoordinationEvent> Decide(CoordinationState state, CoordinationCommand command, CommandContext context) => command switch
    {
        GrantCoordination c => Grant(state, c, context),
        // The wish comes first: an application tells it before anything is decided (O-048).
        RecordWish c => Record(state, c, context),
        _ when state.Stage == CoordinationStage.None => new Refusal("COORDINATION_NOT_GRANTED"),
        _ when state.Stage == CoordinationStage.Ended => new Refusal("COORDINATION_ENDED_BEFORE"),
        OfferAppointment c => AppointmentRules.Offer(state, c, context),
        WithdrawOffer => AppointmentRules.Withdraw(state, context),
        AcceptAppointment => AppointmentRules.Accept(state, context),
        DeclineAppointment c => AppointmentRules.Decline(state, c, context),
        NameDeputy c => AppointmentRules.Name(state, c, context),
        EndAppointment c => AppointmentRules.End(state, c, context),
        CarryOutEnd c => AppointmentRules.CarryOut(state, c, context),
        BeginAppointment c => AppointmentRules.Begin(state, c, context),
        ChangeNextStep c => Change(c, context),
        StepAside c => BarringConsequence.Decide(state, c, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
    };

    /// <inheritdoc/>
    public static CoordinationState Evolve(CoordinationState state, CoordinationEvent @event)
    {
        var next = @event switch
        {
            CoordinationGranted e => state with { Right = new CoordinationRight(e.CaseId, e.ChildCoordinator, e.At, null, null) },
            WishRecorded e => state with { Wish = e.StaffId is null && e.Text is null ? null : new Wish(e.Author, e.StaffId, e.Text, e.Channel, e.At) },
            AppointmentOffered e => state with { Offer = Offered(e) },
            OfferWithdrawn or AppointmentDeclined => state with { Offer = null, Successor = null },
            AppointmentAccepted { From: not null } e => state with { Offer = null, Successor = Accepted(state.Offer!, e) },
            AppointmentAccepted e => state with { Offer = null, Appointment = Accepted(state.Offer!, e) },
            AppointmentBegan => state with { Appointment = state.Successor, Successor = null },
            DeputyNamed e => state with { Appointment = state.Appointment! with { Deputy = new Deputy(e.StaffId, e.RelationId) } },
            DeputySteppedDown e => BarringConsequence.Without(state, e),
            AppointmentEndPlanned e => state with { Appointment = state.Appointment! with { PlannedEnd = new PlannedEnd(e.Reason, e.EndsAt) } },
            AppointmentEnded => state with { Appointment = null },
            CoordinationEnded e => state with { Right = state.Right! with { EndedAt = e.At, Reason = e.Reason }, NextStep = null },
            NextStepChanged e => state with { NextStep = new NextStep(e.Author, e.Text, e.Who, e.By, e.At) },
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
        };
        return next with { Version = state.Version + 1 };
    }

    /// <inheritdoc/>
    public static CoordinationState Pass(CoordinationState state) => state with { Version = state.Version + 1 };

    /// <inheritdoc/>
    public static IEnumerable<RowChange> Project(CoordinationState state, CoordinationEvent @event, DateTimeOffset at)
    {
        yield return new CoordinationRow(
            state.PersonId, state.Stage, state.Appointment?.StaffId, state.Appointment?.Deputy?.StaffId, state.Offer?.StaffId, state.Right?.ChildCoordinator ?? false,
            state.NextStep?.By, state.Right?.GrantedAt ?? at, state.Version, at);
    }

    /// <inheritdoc/>
    public static IEnumerable<Message> Announce(CoordinationState state, CoordinationEvent @event, DateTimeOffset at) => CoordinatorRelations.Following(state, @event, at);

    /// <inheritdoc/>
    public static CoordinationCommand? Receive(Message message) => message switch
    {
        CoordinatorGranted m => new GrantCoordination(m.CaseId, m.ChildCoordinator, m.Wish),
        EmployeeIsBarred m => new StepAside(m.BarringId, m.StaffId, m.SubstituteId, m.BarredBy),
        AppointmentEndDue m => new CarryOutEnd(m.AppointmentId),
        AppointmentStartDue m => new BeginAppointment(m.AppointmentId),
        _ => null,
    };

    private static Decision<CoordinationEvent> Grant(CoordinationState state, GrantCoordination command, CommandContext context)
    {
        // The child coordinator is the coordinator of a child (O-052): that right may come on top of the other, never the other way.
        var more = command.ChildCoordinator && state.Right is { ChildCoordinator: false };
        if (state.Right is { EndedAt: null } && !more) return new Refusal("COORDINATION_GRANTED_BEFORE");
        var granted = new CoordinationGranted(command.CaseId, command.ChildCoordinator, context.Now);
        return state.Wish is not null || string.IsNullOrWhiteSpace(command.Wish)
            ? granted
            : Decision.Accept<CoordinationEvent>(granted, new WishRecorded(By(context), null, command.Wish.Trim(), context.Now));
    }

    private static Decision<CoordinationEvent> Record(CoordinationState state, RecordWish command, CommandContext context)
    {
        var text = string.IsNullOrWhiteSpace(command.Text) ? null : command.Text.Trim();
        if (CoordinationTexts.TooLong(text) is { } refusal) return refusal;
        if (command.StaffId is null && text is null && state.Wish is null) return new Refusal("WISH_MISSING");
        if ((command.Channel == Channel.SignedIn) != (context.Caller.Kind == CallerKind.Citizen)) return new Refusal("WISH_CHANNEL");
        return new WishRecorded(By(context), command.StaffId, text, context.Now, command.Channel);
    }

    private static Decision<CoordinationEvent> Change(ChangeNextStep command, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(command.Text) || string.IsNullOrWhiteSpace(command.Who)) return new Refusal("NEXT_STEP_MISSING");
        if ((CoordinationTexts.TooLong(command.Text) ?? CoordinationTexts.TooLong(command.Who, CoordinationLimits.Who)) is { } refusal) return refusal;
        if (command.By < Calendar.Norway.DayOf(context.Now)) return new Refusal("NEXT_STEP_PASSED");
        return new NextStepChanged(By(context), command.Text.Trim(), command.Who.Trim(), command.By, context.Now);
    }

    private static Offer Offered(AppointmentOffered e) =>
        new(e.AppointmentId, e.StaffId, e.DeputyId, new AppointmentChoice(e.WishFollowed, e.ReasonWishNotFollowed, e.Serves, e.ReasonNotServing), e.Replaces, e.From, e.At);

    private static Appointment Accepted(Offer offer, AppointmentAccepted e) =>
        new(offer.AppointmentId, offer.StaffId, offer.DeputyId is { } deputy ? new Deputy(deputy, CoordinatorRelations.Deputy(offer.AppointmentId)) : null, offer.Choice, e.From ?? e.At, null);

    private static Author By(CommandContext context) => new(context.Caller.Kind, context.Caller.Subject);
}

using System.Globalization;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Domain.Coordination;

/// <summary>Who may be appointed, who answers, and how an appointment ends.</summary>
internal static class AppointmentRules
{
    public static Decision<CoordinationEvent> Offer(CoordinationState state, OfferAppointment command, CommandContext context)
    {
        if (state.Offer is not null) return new Refusal("OFFER_EXISTS");
        if (state.Successor is not null) return new Refusal("SUCCESSOR_EXISTS");
        // Whoever offers must have seen who coordinates now: two offers at once, and the second is refused.
        if (state.Appointment?.AppointmentId != command.Replaces) return new Refusal(state.Appointment is null ? "COORDINATOR_NONE" : "COORDINATOR_EXISTS");
        if (state.Appointment?.StaffId == command.StaffId) return new Refusal("COORDINATOR_APPOINTED_BEFORE");
        var today = Norway.DayOf(context.Now);
        if (command.From < today) return new Refusal("APPOINTMENT_START_PASSED");
        if (Unfit(command.Facts, command.From ?? today) is { } unfit) return unfit;
        if (command.DeputyId is { } deputy && UnfitAsDeputy(command.StaffId, deputy, command.DeputyFacts!, command.From ?? today) is { } unfitDeputy) return unfitDeputy;
        var followed = state.Wish is not { } wish ? (bool?)null : wish.StaffId is { } wished ? wished == command.StaffId : command.WishFollowed;
        if (followed == false && string.IsNullOrWhiteSpace(command.ReasonWishNotFollowed)) return new Refusal("COORDINATOR_WISH_NEEDS_REASON");
        if (!command.Facts.Serves && string.IsNullOrWhiteSpace(command.ReasonNotServing)) return new Refusal("COORDINATOR_CHOICE_NEEDS_REASON");
        if ((CoordinationTexts.TooLong(command.ReasonWishNotFollowed) ?? CoordinationTexts.TooLong(command.ReasonNotServing)) is { } tooLong) return tooLong;
        return new AppointmentOffered(
            command.AppointmentId, command.StaffId, command.DeputyId, By(context), followed, followed == false ? command.ReasonWishNotFollowed!.Trim() : null,
            command.Facts.Serves, command.Facts.Serves ? null : command.ReasonNotServing!.Trim(), command.Facts.FreeCapacity, command.Replaces, context.Now, command.From);
    }

    public static Decision<CoordinationEvent> Accept(CoordinationState state, CommandContext context)
    {
        if (Answerable(state, context) is { } refusal) return refusal;
        var start = state.Offer!.From is { } day ? Norway.StartOf(day) : context.Now;
        if (start > context.Now) return new AppointmentAccepted(state.Offer.AppointmentId, context.Now, start);
        var accepted = new AppointmentAccepted(state.Offer.AppointmentId, context.Now);
        return state.Appointment is { } former ? Decision.Accept<CoordinationEvent>(Ended(former, EndReason.Replaced, context), accepted) : accepted;
    }

    public static Decision<CoordinationEvent> Decline(CoordinationState state, DeclineAppointment command, CommandContext context) =>
        Answerable(state, context) is { } refusal ? refusal : new AppointmentDeclined(state.Offer!.AppointmentId, command.Reason, context.Now);

    public static Decision<CoordinationEvent> Withdraw(CoordinationState state, CommandContext context) =>
        Open(state) is { } offer ? new OfferWithdrawn(offer, context.Now) : new Refusal("OFFER_NONE");

    public static Decision<CoordinationEvent> Begin(CoordinationState state, BeginAppointment command, CommandContext context)
    {
        if (state.Successor is not { } successor || successor.AppointmentId != command.AppointmentId || successor.Since > context.Now) return new Refusal("APPOINTMENT_START_REPLACED");
        var began = new AppointmentBegan(successor.AppointmentId, context.Now);
        return state.Appointment is { } former ? Decision.Accept<CoordinationEvent>(Ended(former, EndReason.Replaced, context), began) : began;
    }

    public static Decision<CoordinationEvent> Name(CoordinationState state, NameDeputy command, CommandContext context)
    {
        if (state.Appointment is not { } appointment) return new Refusal("COORDINATOR_NONE");
        if (appointment.Deputy?.StaffId == command.DeputyId) return new Refusal("DEPUTY_NAMED_BEFORE");
        return UnfitAsDeputy(appointment.StaffId, command.DeputyId, command.Facts, Norway.DayOf(context.Now)) is { } unfit
            ? unfit
            : new DeputyNamed(appointment.AppointmentId, command.NamingId, command.DeputyId, appointment.Deputy?.RelationId, context.Now);
    }

    public static Decision<CoordinationEvent> End(CoordinationState state, EndAppointment command, CommandContext context)
    {
        // Others' reasons are theirs to give; the person's own is hers, whoever registers it.
        if (context.Caller.Kind == CallerKind.Citizen && command.Reason != EndReason.OwnWish) return new Refusal("COORDINATION_END_REASON");
        if (command.Reason == EndReason.Replaced) return new Refusal("COORDINATION_END_REASON");
        if (state.Appointment is null && (command.LastDay is not null || !command.Reason.EndsCoordination())) return new Refusal("COORDINATOR_NONE");
        if (command.LastDay is not { } last) return Decision.Accept([.. EndNow(state, command.Reason, context)]);
        if (last < Norway.DayOf(context.Now)) return new Refusal("COORDINATION_END_PASSED");
        return new AppointmentEndPlanned(state.Appointment!.AppointmentId, command.Reason, Norway.StartOf(last.AddDays(1)), context.Now);
    }

    public static Decision<CoordinationEvent> CarryOut(CoordinationState state, CarryOutEnd command, CommandContext context) =>
        state.Appointment is { PlannedEnd: { } planned } appointment && appointment.AppointmentId == command.AppointmentId && planned.At <= context.Now
            ? Decision.Accept([.. EndNow(state, planned.Reason, context)])
            : new Refusal("COORDINATION_END_REPLACED");

    private static IEnumerable<CoordinationEvent> EndNow(CoordinationState state, EndReason reason, CommandContext context)
    {
        if (reason.EndsCoordination() && Open(state) is { } offer) yield return new OfferWithdrawn(offer, context.Now);
        if (state.Appointment is { } appointment) yield return Ended(appointment, reason, context);
        if (reason.EndsCoordination()) yield return new CoordinationEnded(reason, context.Now);
    }

    /// <summary>An offer that is not answered, or is and has not begun.</summary>
    private static Guid? Open(CoordinationState state) => state.Offer?.AppointmentId ?? state.Successor?.AppointmentId;

    private static AppointmentEnded Ended(Appointment appointment, EndReason reason, CommandContext context) =>
        new(appointment.AppointmentId, appointment.Deputy?.RelationId, reason, context.Now);

    private static Refusal? Answerable(CoordinationState state, CommandContext context) =>
        state.Offer is not { } offer ? new Refusal("OFFER_NONE")
        : context.Caller.Kind != CallerKind.Staff || context.Caller.Subject != offer.StaffId ? new Refusal("OFFER_NOT_YOURS")
        : null;

    private static Refusal? UnfitAsDeputy(Guid coordinator, Guid deputy, AppointeeFacts facts, DateOnly day) =>
        coordinator == deputy ? new Refusal("DEPUTY_IS_COORDINATOR") : Unfit(facts, day);

    private static Refusal? Unfit(AppointeeFacts facts, DateOnly day) =>
        !facts.MayCoordinate ? new Refusal("COORDINATOR_ROLE_MISSING")
        : facts.Barred ? new Refusal("COORDINATOR_BARRED")
        : facts.AbsentUntil is { } until && until >= day
            ? new Refusal("COORDINATOR_ABSENT", new Dictionary<string, string> { ["until"] = until.ToString("d.M.yyyy", CultureInfo.InvariantCulture) })
        : null;

    private static Author By(CommandContext context) => new(context.Caller.Kind, context.Caller.Subject);
}

using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Coordination;

/// <summary>
/// What becomes of a coordination when an employee is barred from the person (S-10). Her appointment ends in the same instant, so that
/// the unit coordinates; a substitute is asked as anybody is, and has to accept. Why, is not said here: it would stand in lists.
/// </summary>
internal static class BarringConsequence
{
    public static Decision<CoordinationEvent> Decide(CoordinationState state, StepAside command, CommandContext context)
    {
        var events = new List<CoordinationEvent>();
        var (offered, appointed) = (state.Offer?.StaffId == command.StaffId, state.Appointment?.StaffId == command.StaffId);
        if (offered) events.Add(new OfferWithdrawn(state.Offer!.AppointmentId, context.Now));
        if (appointed) events.Add(new AppointmentEnded(state.Appointment!.AppointmentId, state.Appointment.Deputy?.RelationId, EndReason.CoordinatorStops, context.Now));
        events.AddRange(AsDeputy(state, command, appointed, context.Now));
        var free = offered || state.Offer is null;
        if ((offered || appointed) && free && command.SubstituteId is { } substitute) events.Add(Asked(state, command, substitute, appointed, context.Now));
        return events.Count > 0 ? Decision.Accept<CoordinationEvent>(events) : new Refusal("BARRING_TOUCHES_NOTHING");
    }

    /// <summary>The state without the deputy, wherever she was.</summary>
    public static CoordinationState Without(CoordinationState state, DeputySteppedDown e) => state with
    {
        Appointment = state.Appointment is { Deputy: { } deputy } appointment && deputy.StaffId == e.StaffId ? appointment with { Deputy = null } : state.Appointment,
        Offer = state.Offer is { } offer && offer.DeputyId == e.StaffId ? offer with { DeputyId = null } : state.Offer,
    };

    private static IEnumerable<CoordinationEvent> AsDeputy(CoordinationState state, StepAside command, bool appointed, DateTimeOffset now)
    {
        var deputy = appointed ? null : state.Appointment?.Deputy;
        var replaced = deputy?.StaffId == command.StaffId && command.SubstituteId is { } substitute && substitute != state.Appointment!.StaffId;
        if (replaced)
        {
            yield return new DeputyNamed(state.Appointment!.AppointmentId, DerivedId.From(command.BarringId, "deputy"), command.SubstituteId!.Value, deputy!.RelationId, now);
        }

        var steps = (!replaced && deputy?.StaffId == command.StaffId) || state.Offer?.DeputyId == command.StaffId;
        if (steps) yield return new DeputySteppedDown(command.StaffId, replaced || deputy?.StaffId != command.StaffId ? null : deputy.RelationId, now);
    }

    private static AppointmentOffered Asked(CoordinationState state, StepAside command, Guid substitute, bool appointed, DateTimeOffset now) => new(
        DerivedId.From(command.BarringId, "appointment"), substitute, null, command.BarredBy, state.Wish?.StaffId is { } wished ? wished == substitute : null, null,
        Serves: false, ReasonNotServing: null, FreeCapacity: null, Replaces: appointed ? null : state.Appointment?.AppointmentId, now);
}

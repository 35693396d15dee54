using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Domain.Coordination;

/// <summary>
/// A person's coordination as its rules see it. There is room for one appointment only: two at once cannot be expressed (O-052). A
/// successor is one that has been accepted and begins on a later day.
/// </summary>
public sealed record CoordinationState(
    Guid PersonId, long Version, CoordinationRight? Right, Wish? Wish, Offer? Offer, Appointment? Appointment, Appointment? Successor, NextStep? NextStep) : IVersioned
{
    /// <summary>How far it has come. An offer of a replacement does not change that somebody coordinates.</summary>
    public CoordinationStage Stage =>
        Right is null ? CoordinationStage.None
        : Right.EndedAt is not null ? CoordinationStage.Ended
        : Appointment is not null ? CoordinationStage.Active
        : Offer is not null ? CoordinationStage.Offered
        : CoordinationStage.Granted;

    /// <summary>
    /// The appointment that counts at an instant: a planned end that has passed and a first day that has come take effect even before
    /// the clock's message is there.
    /// </summary>
    public Appointment? AppointmentAt(DateTimeOffset at) =>
        Successor is { } next && next.Since <= at ? next
        : Appointment is { } now && now.Since <= at && (now.PlannedEnd is not { } end || at < end.At) ? now
        : null;

    /// <summary>When the appointment in force is to end: as planned, or when its successor begins.</summary>
    public DateTimeOffset? EndsAt => Appointment is null ? null : Successor?.Since ?? Appointment.PlannedEnd?.At;

    /// <summary>Who coordinates at an instant, given who is away then.</summary>
    public EffectiveCoordinator EffectiveCoordinator(DateTimeOffset at, Func<Guid, bool> absent) =>
        AppointmentAt(at) is { } a ? Coordination.EffectiveCoordinator.Of(a.StaffId, a.Deputy?.StaffId, absent) : Coordination.EffectiveCoordinator.Unit;
}

/// <summary>The decided right, until it ended.</summary>
public sealed record CoordinationRight(Guid? CaseId, bool ChildCoordinator, DateTimeOffset GrantedAt, DateTimeOffset? EndedAt, EndReason? Reason);

/// <summary>What the person wishes, and how it came; null when with the report.</summary>
public sealed record Wish(Author Author, Guid? StaffId, string? Text, Channel? Channel, DateTimeOffset At);

/// <summary>How the choice of an employee was reasoned (O-047, O-048).</summary>
public sealed record AppointmentChoice(bool? WishFollowed, string? ReasonWishNotFollowed, bool Serves, string? ReasonNotServing);

/// <summary>An offer that waits for the employee's answer, from a first day or from that answer on.</summary>
public sealed record Offer(Guid AppointmentId, Guid StaffId, Guid? DeputyId, AppointmentChoice Choice, Guid? Replaces, DateOnly? From, DateTimeOffset At);

/// <summary>The appointment in force.</summary>
public sealed record Appointment(Guid AppointmentId, Guid StaffId, Deputy? Deputy, AppointmentChoice Choice, DateTimeOffset Since, PlannedEnd? PlannedEnd);

/// <summary>A deputy and the id of her relation to the person.</summary>
public sealed record Deputy(Guid StaffId, Guid RelationId);

/// <summary>When an appointment is to end, and why.</summary>
public sealed record PlannedEnd(EndReason Reason, DateTimeOffset At);

/// <summary>What happens next.</summary>
public sealed record NextStep(Author Author, string Text, string Who, DateOnly By, DateTimeOffset At);

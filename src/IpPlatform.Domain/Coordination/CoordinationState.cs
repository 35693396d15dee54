using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Domain.Coordination;

/// <summary>
/// A person's coordination as its rules see it. There is room for one appointment only: two at once cannot be expressed (O-052).
/// </summary>
public sealed record CoordinationState(
    Guid PersonId, long Version, CoordinationRight? Right, Wish? Wish, Offer? Offer, Appointment? Appointment, NextStep? NextStep) : IVersioned
{
    /// <summary>How far it has come. An offer of a replacement does not change that somebody coordinates.</summary>
    public CoordinationStage Stage =>
        Right is null ? CoordinationStage.None
        : Right.EndedAt is not null ? CoordinationStage.Ended
        : Appointment is not null ? CoordinationStage.Active
        : Offer is not null ? CoordinationStage.Offered
        : CoordinationStage.Granted;

    /// <summary>
    /// Who coordinates at an instant, given who is away then. An appointment whose planned end has passed counts no more, even before
    /// the clock's message has come.
    /// </summary>
    public EffectiveCoordinator EffectiveCoordinator(DateTimeOffset at, Func<Guid, bool> absent) =>
        Appointment is { } a && a.Since <= at && (a.PlannedEnd is not { } end || at < end.At)
            ? Coordination.EffectiveCoordinator.Of(a.StaffId, a.Deputy?.StaffId, absent)
            : Coordination.EffectiveCoordinator.Unit;
}

/// <summary>The decided right, until it ended.</summary>
public sealed record CoordinationRight(Guid? CaseId, bool ChildCoordinator, DateTimeOffset GrantedAt, DateTimeOffset? EndedAt, EndReason? Reason);

/// <summary>What the person wishes.</summary>
public sealed record Wish(Author Author, Guid? StaffId, string? Text, DateTimeOffset At);

/// <summary>How the choice of an employee was reasoned (O-047, O-048).</summary>
public sealed record AppointmentChoice(bool? WishFollowed, string? ReasonWishNotFollowed, bool Serves, string? ReasonNotServing);

/// <summary>An offer that waits for the employee's answer.</summary>
public sealed record Offer(Guid AppointmentId, Guid StaffId, Guid? DeputyId, AppointmentChoice Choice, Guid? Replaces, DateTimeOffset At);

/// <summary>The appointment in force.</summary>
public sealed record Appointment(Guid AppointmentId, Guid StaffId, Deputy? Deputy, AppointmentChoice Choice, DateTimeOffset Since, PlannedEnd? PlannedEnd);

/// <summary>A deputy and the id of her relation to the person.</summary>
public sealed record Deputy(Guid StaffId, Guid RelationId);

/// <summary>When an appointment is to end, and why.</summary>
public sealed record PlannedEnd(EndReason Reason, DateTimeOffset At);

/// <summary>What happens next.</summary>
public sealed record NextStep(Author Author, string Text, string Who, DateOnly By, DateTimeOffset At);

using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Domain.Coordination;

/// <summary>What has happened in a person's coordination.</summary>
public abstract record CoordinationEvent;

/// <summary>A right to a coordinator was decided.</summary>
[StoredName("coordination-granted")]
public sealed record CoordinationGranted(Guid? CaseId, bool ChildCoordinator, DateTimeOffset At) : CoordinationEvent;

/// <summary>The person's wish was recorded, or taken back when it says nothing. <paramref name="Channel"/> is null when it came with the report.</summary>
[StoredName("coordinator-wish-recorded")]
public sealed record WishRecorded(Author Author, Guid? StaffId, [property: Personal] string? Text, DateTimeOffset At, Channel? Channel = null) : CoordinationEvent;

/// <summary>An employee was offered the appointment. <paramref name="WishFollowed"/> is null when there was no wish, <paramref name="From"/> when she begins as she answers.</summary>
[StoredName("appointment-offered")]
public sealed record AppointmentOffered(
    Guid AppointmentId, Guid StaffId, Guid? DeputyId, Author OfferedBy, bool? WishFollowed, [property: Personal] string? ReasonWishNotFollowed,
    bool Serves, [property: Personal] string? ReasonNotServing, int? FreeCapacity, Guid? Replaces, DateTimeOffset At, DateOnly? From = null) : CoordinationEvent;

/// <summary>The offer was taken back.</summary>
[StoredName("appointment-offer-withdrawn")]
public sealed record OfferWithdrawn(Guid AppointmentId, DateTimeOffset At) : CoordinationEvent;

/// <summary>The employee declined.</summary>
[StoredName("appointment-declined")]
public sealed record AppointmentDeclined(Guid AppointmentId, DeclineReason Reason, DateTimeOffset At) : CoordinationEvent;

/// <summary>
/// The employee accepted and coordinates from now on, or from a later instant. That instant is the end of whoever coordinates until
/// then as well: one event, so that there is neither a gap nor an overlap (O-052).
/// </summary>
[StoredName("appointment-accepted")]
public sealed record AppointmentAccepted(Guid AppointmentId, DateTimeOffset At, DateTimeOffset? From = null) : CoordinationEvent;

/// <summary>The first day of an employee who had accepted came.</summary>
[StoredName("appointment-began")]
public sealed record AppointmentBegan(Guid AppointmentId, DateTimeOffset At) : CoordinationEvent;

/// <summary>A deputy was named; whoever was it before is not any longer.</summary>
[StoredName("deputy-named")]
public sealed record DeputyNamed(Guid AppointmentId, Guid RelationId, Guid StaffId, Guid? FormerRelationId, DateTimeOffset At) : CoordinationEvent;

/// <summary>A deputy, named or only offered, steps down and nobody comes in her place. <paramref name="RelationId"/> is null when it was only an offer.</summary>
[StoredName("deputy-stepped-down")]
public sealed record DeputySteppedDown(Guid StaffId, Guid? RelationId, DateTimeOffset At) : CoordinationEvent;

/// <summary>It was said when the appointment is to end.</summary>
[StoredName("appointment-end-planned")]
public sealed record AppointmentEndPlanned(Guid AppointmentId, EndReason Reason, DateTimeOffset EndsAt, DateTimeOffset At) : CoordinationEvent;

/// <summary>The appointment ended, and the deputy's with it.</summary>
[StoredName("appointment-ended")]
public sealed record AppointmentEnded(Guid AppointmentId, Guid? DeputyRelationId, EndReason Reason, DateTimeOffset At) : CoordinationEvent;

/// <summary>The coordination ended.</summary>
[StoredName("coordination-ended")]
public sealed record CoordinationEnded(EndReason Reason, DateTimeOffset At) : CoordinationEvent;

/// <summary>What happens next was said.</summary>
[StoredName("next-step-changed")]
public sealed record NextStepChanged(Author Author, [property: Personal] string Text, [property: Personal] string Who, DateOnly By, DateTimeOffset At) : CoordinationEvent;

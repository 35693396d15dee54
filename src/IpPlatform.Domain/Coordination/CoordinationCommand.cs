using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Domain.Coordination;

/// <summary>What can be asked of a person's coordination.</summary>
[GenerateSerializer, Immutable, Alias("coordination-command")]
public abstract record CoordinationCommand;

/// <summary>
/// A right to a coordinator is decided: in a case (arrives from it), or before the platform came, when there is no case here.
/// <paramref name="Wish"/> is what the report says of whom the person would like; it never replaces what she has said herself since.
/// </summary>
[GenerateSerializer, Immutable, Alias("grant-coordination")]
public sealed record GrantCoordination([property: Id(0)] Guid? CaseId, [property: Id(1)] bool ChildCoordinator, [property: Id(2)] string? Wish = null) : CoordinationCommand;

/// <summary>
/// What the person wishes of her coordinator (O-048): somebody, something, or, with neither, the wish is taken back. <paramref name="Channel"/> says how it came: an employee writes it down for whoever has no
/// electronic id (S-17).
/// </summary>
[GenerateSerializer, Immutable, Alias("record-wish")]
public sealed record RecordWish([property: Id(0)] Guid? StaffId, [property: Id(1)] string? Text, [property: Id(2)] Channel Channel = Channel.SignedIn) : CoordinationCommand;

/// <summary>
/// Offer an employee the appointment. While somebody coordinates it must say whom the new one is to replace: never two (O-052).
/// <paramref name="From"/> is the first day in Norway, null for the instant of the answer.
/// </summary>
[GenerateSerializer, Immutable, Alias("offer-appointment")]
public sealed record OfferAppointment(
    [property: Id(0)] Guid AppointmentId, [property: Id(1)] Guid StaffId, [property: Id(2)] AppointeeFacts Facts,
    [property: Id(3)] Guid? DeputyId, [property: Id(4)] AppointeeFacts? DeputyFacts,
    [property: Id(5)] bool WishFollowed, [property: Id(6)] string? ReasonWishNotFollowed, [property: Id(7)] string? ReasonNotServing,
    [property: Id(8)] Guid? Replaces, [property: Id(9)] DateOnly? From = null) : CoordinationCommand;

/// <summary>Take an offer back that is not answered, or whose first day has not come.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-offer")]
public sealed record WithdrawOffer : CoordinationCommand;

/// <summary>The offered employee accepts.</summary>
[GenerateSerializer, Immutable, Alias("accept-appointment")]
public sealed record AcceptAppointment : CoordinationCommand;

/// <summary>The offered employee declines.</summary>
[GenerateSerializer, Immutable, Alias("decline-appointment")]
public sealed record DeclineAppointment([property: Id(0)] DeclineReason Reason) : CoordinationCommand;

/// <summary>Name who stands in when the coordinator is away. <paramref name="NamingId"/> becomes the id of the deputy's relation.</summary>
[GenerateSerializer, Immutable, Alias("name-deputy")]
public sealed record NameDeputy([property: Id(0)] Guid NamingId, [property: Id(1)] Guid DeputyId, [property: Id(2)] AppointeeFacts Facts) : CoordinationCommand;

/// <summary>End the appointment, now or after a last day in Norway.</summary>
[GenerateSerializer, Immutable, Alias("end-appointment")]
public sealed record EndAppointment([property: Id(0)] EndReason Reason, [property: Id(1)] DateOnly? LastDay) : CoordinationCommand;

/// <summary>The planned end has come (arrives from the coordination itself, by the clock).</summary>
[GenerateSerializer, Immutable, Alias("carry-out-end")]
public sealed record CarryOutEnd([property: Id(0)] Guid AppointmentId) : CoordinationCommand;

/// <summary>The first day of a new coordinator has come (arrives from the coordination itself, by the clock).</summary>
[GenerateSerializer, Immutable, Alias("begin-appointment")]
public sealed record BeginAppointment([property: Id(0)] Guid AppointmentId) : CoordinationCommand;

/// <summary>Say what happens next, who does it, and by when: the person's page opens with it.</summary>
[GenerateSerializer, Immutable, Alias("change-next-step")]
public sealed record ChangeNextStep([property: Id(0)] string Text, [property: Id(1)] string Who, [property: Id(2)] DateOnly By) : CoordinationCommand;

/// <summary>
/// An employee is barred from the person (arrives from the person's record, S-10): whatever she had here ends, the unit coordinates at
/// once, and the substitute is asked.
/// </summary>
[GenerateSerializer, Immutable, Alias("step-aside")]
public sealed record StepAside([property: Id(0)] Guid BarringId, [property: Id(1)] Guid StaffId, [property: Id(2)] Guid? SubstituteId, [property: Id(3)] Author BarredBy) : CoordinationCommand;

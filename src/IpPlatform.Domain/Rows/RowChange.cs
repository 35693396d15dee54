using IpPlatform.Domain.Access;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Rows;

/// <summary>
/// A change of the read model that follows from events and is written in the same commit. Changes are upserts by key,
/// so that applying one twice leaves the same rows and <c>rebuild</c> can recreate all of them from events.
/// </summary>
public abstract record RowChange;

/// <summary>A person's protected national id. One open row per hmac in a tenant (invariant <c>one_person_per_identifier</c>).</summary>
public sealed record PersonIdentifierRow(Guid PersonId, byte[] Hmac, byte[] Ciphertext) : RowChange;

/// <summary>Who stands how to a person, from when, and until when if it has ended. The one table that access is decided from.</summary>
public sealed record RelationRow(Guid RelationId, Guid PersonId, Guid SubjectId, RelationKind Kind, DateTimeOffset From, DateTimeOffset? To) : RowChange;

/// <summary>
/// Which adults may follow a child, from when and until when: where to look for somebody's children. What she may, the child's own record
/// says, which knows the age.
/// </summary>
public sealed record AdultRow(Guid RelationId, Guid PersonId, Guid SubjectId, bool Reads, DateTimeOffset From, DateTimeOffset? To) : RowChange;

/// <summary>How a person is protected, for lists that must not show where or who she is (S-07).</summary>
public sealed record ProtectionRow(Guid PersonId, ProtectionLevel Level) : RowChange;

/// <summary>What a person is called, for lists of people that the caller has access to.</summary>
public sealed record PersonRow(Guid PersonId, string Name, DateOnly? Born, string? Phone) : RowChange;

/// <summary>An employee in the roster.</summary>
public sealed record StaffRow(Guid StaffId, string Name, string Title, string? Phone) : RowChange;

/// <summary>A plan as lists show it: state and counts, never content (S-10).</summary>
public sealed record PlanRow(Guid PersonId, bool Open, int AgreedGoals, int ProposedGoals, long Version, DateTimeOffset ChangedAt) : RowChange;

/// <summary>An employee's dated role (O-115).</summary>
public sealed record StaffRoleRow(Guid StaffId, StaffRole Role, DateTimeOffset From, DateTimeOffset? To) : RowChange;

/// <summary>A person's coordination as lists show it: who, since when, by when; never what.</summary>
public sealed record CoordinationRow(
    Guid PersonId, CoordinationStage Stage, Guid? StaffId, Guid? DeputyId, Guid? OfferedTo, bool ChildCoordinator, DateOnly? NextBy, DateTimeOffset GrantedAt, long Version, DateTimeOffset ChangedAt) : RowChange;

/// <summary>Days on which an employee is away; a cancelled one is removed.</summary>
public sealed record AbsenceRow(Guid AbsenceId, Guid StaffId, DateOnly First, DateOnly Last, bool Cancelled) : RowChange;

/// <summary>A case as the queue shows it: clocks and state, never the need or a name (S-10). Invariant <c>case_number_taken</c>.</summary>
public sealed record CaseRow(
    Guid CaseId, string Number, Guid? PersonId, CaseStatus Status, bool Urgent, IReadOnlyList<MunicipalService> Services, DateTimeOffset ReceivedAt, DateOnly DueOn, bool Overdue, Guid? Handler,
    long Version, DateTimeOffset ChangedAt, int ToPassOn = 0, bool AwaitsLeader = false) : RowChange;

/// <summary>Somebody who waits to be rung, or was lately; one that is <paramref name="Gone"/> is removed with its words.</summary>
public sealed record CallbackRow(
    Guid CallbackId, string Contact, string Name, string Phone, CallWindow Window, CallTopic Topic, string? TopicText, DateTimeOffset AskedAt, DateTimeOffset RingBy, int Tries, Guid? TriedBy, DateTimeOffset? TriedAt,
    CallStepKind? Ended, Guid? EndedBy, DateTimeOffset? EndedAt, long Version, bool Gone) : RowChange;

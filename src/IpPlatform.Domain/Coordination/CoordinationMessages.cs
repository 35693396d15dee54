using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Plans;

namespace IpPlatform.Domain.Coordination;

/// <summary>A case tells that it has decided a right to a coordinator, and what its report says of whom the person would like.</summary>
[StoredName("coordinator-granted")]
public sealed record CoordinatorGranted(Guid PersonId, Guid CaseId, bool ChildCoordinator, DateTimeOffset Due, string? Wish = null) : Message(CoordinationAggregate.Kind, PersonId, Due);

/// <summary>The clock of a planned end: told by a coordination to itself.</summary>
[StoredName("appointment-end-due")]
public sealed record AppointmentEndDue(Guid PersonId, Guid AppointmentId, DateTimeOffset Due) : Message(CoordinationAggregate.Kind, PersonId, Due);

/// <summary>The clock of a first day: told by a coordination to itself.</summary>
[StoredName("appointment-start-due")]
public sealed record AppointmentStartDue(Guid PersonId, Guid AppointmentId, DateTimeOffset Due) : Message(CoordinationAggregate.Kind, PersonId, Due);

/// <summary>The person's record tells that an employee is barred, and who is to take over (S-10).</summary>
[StoredName("employee-is-barred")]
public sealed record EmployeeIsBarred(Guid PersonId, Guid BarringId, Guid StaffId, Guid? SubstituteId, Author BarredBy, DateTimeOffset Due) : Message(CoordinationAggregate.Kind, PersonId, Due);

using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Coordination;

/// <summary>A case tells that it has decided a right to a coordinator.</summary>
[StoredName("coordinator-granted")]
public sealed record CoordinatorGranted(Guid PersonId, Guid CaseId, bool ChildCoordinator, DateTimeOffset Due) : Message(CoordinationAggregate.Kind, PersonId, Due);

/// <summary>The clock of a planned end: told by a coordination to itself.</summary>
[StoredName("appointment-end-due")]
public sealed record AppointmentEndDue(Guid PersonId, Guid AppointmentId, DateTimeOffset Due) : Message(CoordinationAggregate.Kind, PersonId, Due);

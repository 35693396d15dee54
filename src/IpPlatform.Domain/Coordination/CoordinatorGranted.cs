using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Coordination;

/// <summary>A case tells that it has decided a right to a coordinator.</summary>
[StoredName("coordinator-granted")]
public sealed record CoordinatorGranted(Guid PersonId, Guid CaseId, bool ChildCoordinator, DateTimeOffset Due) : Message("coordination", PersonId, Due);

namespace IpPlatform.Storage.Queries;

/// <summary>A person on a coordinator's desk: state and counts, never content.</summary>
public sealed record DeskRow(Guid PersonId, bool PlanOpen, int AgreedGoals, int ProposedGoals, long Version, DateTimeOffset? ChangedAt);

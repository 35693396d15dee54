using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Cases;

/// <summary>A clock of the case's own: the day by which it was to be answered is over.</summary>
[StoredName("answer-due")]
public sealed record AnswerDue(Guid CaseId, DateOnly Day, DateTimeOffset Due) : Message(CaseAggregate.Kind, CaseId, Due);

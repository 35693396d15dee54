using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Plans;

/// <summary>The person's record tells the plan that a consent is withdrawn.</summary>
[StoredName("plan-consent-withdrawn")]
public sealed record PlanConsentWithdrawn(Guid PersonId, Guid ConsentId, DateTimeOffset Due) : Message(PlanAggregate.Kind, PersonId, Due);

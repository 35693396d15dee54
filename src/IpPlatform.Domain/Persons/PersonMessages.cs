using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Persons;

/// <summary>A plan tells the person's record on which consent it was opened.</summary>
[StoredName("plan-consent-recorded")]
public sealed record PlanConsentRecorded(Guid PersonId, Guid ConsentId, Channel Channel, DateTimeOffset GivenAt, DateTimeOffset Due) : Message(PersonAggregate.Kind, PersonId, Due);

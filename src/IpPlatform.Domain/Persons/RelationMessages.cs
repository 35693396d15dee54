using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Persons;

/// <summary>Another stream tells the person's record that somebody stands in a relation to the person from now on.</summary>
[StoredName("relation-follows")]
public sealed record RelationFollows(Guid PersonId, Guid RelationId, Guid SubjectId, RelationKind Kind, DateTimeOffset Due) : Message(PersonAggregate.Kind, PersonId, Due);

/// <summary>Another stream tells the person's record that a relation is over.</summary>
[StoredName("relation-is-over")]
public sealed record RelationIsOver(Guid PersonId, Guid RelationId, DateTimeOffset Due) : Message(PersonAggregate.Kind, PersonId, Due);

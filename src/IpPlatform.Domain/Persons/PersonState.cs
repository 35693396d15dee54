using System.Collections.Immutable;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Persons;

/// <summary>A person's record: relations to each adult apart (S-01) and consents, which exist without a plan.</summary>
public sealed record PersonState(Guid PersonId, long Version, bool Registered, ImmutableArray<Relation> Relations, ImmutableArray<Consent> Consents) : IVersioned
{
    /// <summary>How somebody stands to the person at a time.</summary>
    public IReadOnlyCollection<RelationKind> RelationsOf(Guid subject, DateTimeOffset at) =>
        [.. Relations.Where(r => r.SubjectId == subject && r.From <= at && (r.To is null || at < r.To)).Select(r => r.Kind)];
}

/// <summary>Somebody's dated relation to the person.</summary>
public sealed record Relation(Guid RelationId, Guid SubjectId, RelationKind Kind, DateTimeOffset From, DateTimeOffset? To);

/// <summary>A consent, given and perhaps withdrawn.</summary>
public sealed record Consent(Guid ConsentId, Channel Channel, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt);

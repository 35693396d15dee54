using System.Collections.Immutable;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Persons.Barrings;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Persons.Protection;

namespace IpPlatform.Domain.Persons;

/// <summary>A person's record: relations to each adult apart (S-01) and consents, which exist without a plan.</summary>
public sealed record PersonState(
    Guid PersonId, long Version, bool Registered, DateOnly? Born, ProtectionLevel Protection, ImmutableArray<Relation> Relations, ImmutableArray<Consent> Consents,
    ImmutableArray<AdultRelation> Adults, ImmutableArray<HolderAnswer> Answers, ConsentSettlement? Settlement, ImmutableArray<Barring> Barrings) : IVersioned
{
    /// <summary>How somebody stands to the person at a time; what follows from age is found anew each time (S-05).</summary>
    public IReadOnlyCollection<RelationKind> RelationsOf(Guid subject, DateTimeOffset at)
    {
        var kinds = Relations.Where(r => r.SubjectId == subject && r.From <= at && (r.To is null || at < r.To)).Select(r => r.Kind);
        return Responsibility.ReadingOf(this, subject, at) is { } reading ? [.. kinds, reading] : [.. kinds];
    }

    /// <summary>Whole years; null when it is not known when the person was born.</summary>
    public int? AgeAt(DateTimeOffset at) => Born is { } born ? Age.At(born, at) : null;

    /// <summary>Whether an employee is barred from the person (S-10).</summary>
    public bool IsBarred(Guid staff, DateTimeOffset at) => RelationsOf(staff, at).Contains(RelationKind.Barred);
}

/// <summary>Somebody's dated relation to the person.</summary>
public sealed record Relation(Guid RelationId, Guid SubjectId, RelationKind Kind, DateTimeOffset From, DateTimeOffset? To);

/// <summary>A consent, given and perhaps withdrawn.</summary>
public sealed record Consent(Guid ConsentId, Channel Channel, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt);

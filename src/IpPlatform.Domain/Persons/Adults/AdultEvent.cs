using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Persons.Adults;

/// <summary>What has happened to an adult's relation to the person.</summary>
public abstract record AdultEvent(Guid RelationId) : PersonEvent;

/// <summary>An adult's relation was registered.</summary>
[StoredName("adult-registered")]
public sealed record AdultRegistered(
    Guid RelationId, Guid? SubjectId, [property: Personal] string Name, AdultBasis Basis, AdultSource Source, [property: Personal] string? Mandate, bool Reads,
    DateOnly From, DateOnly? To, DateTimeOffset At) : AdultEvent(RelationId);

/// <summary>It became known which day is the relation's last.</summary>
[StoredName("adult-ended")]
public sealed record AdultEnded(Guid RelationId, DateOnly LastDay, DateTimeOffset At) : AdultEvent(RelationId);

/// <summary>The adult may follow the child's coordination, or may no longer.</summary>
[StoredName("adult-reading-set")]
public sealed record AdultReadingSet(Guid RelationId, bool Reads, [property: Personal] string Reason, DateTimeOffset At) : AdultEvent(RelationId);

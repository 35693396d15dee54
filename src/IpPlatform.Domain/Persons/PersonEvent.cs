using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Domain.Persons;

/// <summary>What has happened to a person's record.</summary>
public abstract record PersonEvent;

/// <summary>The record began. The day of birth stays as the national id does: ages are counted from it, and no redaction makes a child an adult.</summary>
[StoredName("person-registered")]
public sealed record PersonRegistered(ProtectedIdentifier Identifier, DateOnly? Born) : PersonEvent;

/// <summary>It became known what the person is called.</summary>
[StoredName("person-described")]
public sealed record PersonDescribed([property: Personal] string Name, [property: Personal] DateOnly? Born, [property: Personal] string? Phone) : PersonEvent;

/// <summary>A relation began.</summary>
[StoredName("relation-granted")]
public sealed record RelationGranted(Guid RelationId, Guid SubjectId, RelationKind Kind, DateTimeOffset From) : PersonEvent;

/// <summary>A relation ended.</summary>
[StoredName("relation-ended")]
public sealed record RelationEnded(Guid RelationId, DateTimeOffset To) : PersonEvent;

/// <summary>A consent was given.</summary>
[StoredName("consent-given")]
public sealed record ConsentGiven(Guid ConsentId, Channel Channel, DateTimeOffset GivenAt) : PersonEvent;

/// <summary>A consent was withdrawn.</summary>
[StoredName("consent-withdrawn")]
public sealed record ConsentWithdrawn(Guid ConsentId, Channel Channel, DateTimeOffset WithdrawnAt) : PersonEvent;

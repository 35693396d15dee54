using IpPlatform.Domain.Access;

namespace IpPlatform.Domain.Persons;

/// <summary>What can be asked of a person's record.</summary>
[GenerateSerializer, Immutable, Alias("person-command")]
public abstract record PersonCommand;

/// <summary>Begin the record. <paramref name="Born"/> is what the national id says.</summary>
[GenerateSerializer, Immutable, Alias("register-person")]
public sealed record RegisterPerson([property: Id(0)] ProtectedIdentifier Identifier, [property: Id(1)] DateOnly? Born) : PersonCommand;

/// <summary>Say what the person is called, when she was born and how to reach her.</summary>
[GenerateSerializer, Immutable, Alias("describe-person")]
public sealed record DescribePerson([property: Id(0)] string Name, [property: Id(1)] DateOnly? Born, [property: Id(2)] string? Phone) : PersonCommand;

/// <summary>Say that an employee stands in a relation to the person, from now on. Adults and barrings have commands of their own.</summary>
[GenerateSerializer, Immutable, Alias("grant-relation")]
public sealed record GrantRelation([property: Id(0)] Guid RelationId, [property: Id(1)] Guid SubjectId, [property: Id(2)] RelationKind Kind) : PersonCommand;

/// <summary>End a relation, from now on.</summary>
[GenerateSerializer, Immutable, Alias("end-relation")]
public sealed record EndRelation([property: Id(0)] Guid RelationId) : PersonCommand;

/// <summary>Keep a consent that a plan rests on (arrives from the plan).</summary>
[GenerateSerializer, Immutable, Alias("record-consent")]
public sealed record RecordConsent([property: Id(0)] Guid ConsentId, [property: Id(1)] Channel Channel, [property: Id(2)] DateTimeOffset GivenAt) : PersonCommand;

/// <summary>Register that a consent is withdrawn; it takes effect at once (S-16).</summary>
[GenerateSerializer, Immutable, Alias("withdraw-consent")]
public sealed record WithdrawConsent([property: Id(0)] Guid ConsentId, [property: Id(1)] Channel Channel) : PersonCommand;

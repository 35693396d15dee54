namespace IpPlatform.Domain.Persons.Adults;

/// <summary>Something about one adult's relation to the person.</summary>
[GenerateSerializer, Immutable, Alias("adult-command")]
public abstract record AdultCommand([property: Id(0)] Guid RelationId) : PersonCommand;

/// <summary>Register an adult's relation. <paramref name="SubjectId"/> is her own record, found or begun by national id; an authority has none.</summary>
[GenerateSerializer, Immutable, Alias("register-adult")]
public sealed record RegisterAdult(
    Guid RelationId, [property: Id(0)] Guid? SubjectId, [property: Id(1)] string Name, [property: Id(2)] AdultBasis Basis, [property: Id(3)] AdultSource Source,
    [property: Id(4)] string? Mandate, [property: Id(5)] bool Reads, [property: Id(6)] DateOnly From, [property: Id(7)] DateOnly? To) : AdultCommand(RelationId);

/// <summary>Say what the relation's last day is. A day that has passed, and today, end it at once.</summary>
[GenerateSerializer, Immutable, Alias("end-adult")]
public sealed record EndAdult(Guid RelationId, [property: Id(0)] DateOnly LastDay) : AdultCommand(RelationId);

/// <summary>Let the adult follow the child's coordination, or stop it (pbrl §3-4, S-02).</summary>
[GenerateSerializer, Immutable, Alias("set-adult-reading")]
public sealed record SetAdultReading(Guid RelationId, [property: Id(0)] bool Reads, [property: Id(1)] string Reason) : AdultCommand(RelationId);

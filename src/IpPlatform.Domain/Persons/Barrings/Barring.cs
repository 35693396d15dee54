namespace IpPlatform.Domain.Persons.Barrings;

/// <summary>An employee who is barred from the person, until it is lifted. Its id is the id of her relation.</summary>
public sealed record Barring(Guid BarringId, Guid StaffId, BarringGround Ground, string? Text, Guid? SubstituteId, DateTimeOffset At, DateTimeOffset? LiftedAt);

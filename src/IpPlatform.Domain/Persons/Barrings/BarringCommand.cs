namespace IpPlatform.Domain.Persons.Barrings;

/// <summary>Something about an employee who is barred from the person.</summary>
[GenerateSerializer, Immutable, Alias("barring-command")]
public abstract record BarringCommand([property: Id(0)] Guid BarringId) : PersonCommand;

/// <summary>
/// Bar an employee from the person: she finds nothing from this instant, and what she had here passes to the substitute, or to the
/// unit itself when none is named. <paramref name="SubstituteFits"/> is gathered before: role, presence.
/// </summary>
[GenerateSerializer, Immutable, Alias("bar-employee")]
public sealed record BarEmployee(
    Guid BarringId, [property: Id(0)] Guid StaffId, [property: Id(1)] BarringGround Ground, [property: Id(2)] string? Text,
    [property: Id(3)] Guid? SubstituteId, [property: Id(4)] bool SubstituteFits) : BarringCommand(BarringId);

/// <summary>The employee is barred no longer; nothing that she had comes back by itself.</summary>
[GenerateSerializer, Immutable, Alias("lift-barring")]
public sealed record LiftBarring(Guid BarringId, [property: Id(0)] string Reason) : BarringCommand(BarringId);

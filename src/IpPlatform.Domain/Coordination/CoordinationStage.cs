namespace IpPlatform.Domain.Coordination;

/// <summary>How far a person's coordination has come (law.md 3.10). In every stage but the first and last somebody is responsible.</summary>
[GenerateSerializer, Alias("coordination-stage")]
public enum CoordinationStage
{
    /// <summary>No right to a coordinator is decided here.</summary>
    None = 0,

    /// <summary>The right is decided and nobody is offered: the unit itself coordinates.</summary>
    Granted = 1,

    /// <summary>An employee is offered and has not answered: the unit itself coordinates.</summary>
    Offered = 2,

    /// <summary>An employee coordinates.</summary>
    Active = 3,

    /// <summary>The coordination is over.</summary>
    Ended = 4,
}

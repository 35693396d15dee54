namespace IpPlatform.Domain.Persons.Adults;

/// <summary>From where the unit knows of a relation.</summary>
[GenerateSerializer, Alias("adult-source")]
public enum AdultSource
{
    /// <summary>Folkeregisteret, looked up by an employee.</summary>
    Register = 1,

    /// <summary>A document that an employee has seen.</summary>
    Document = 2,

    /// <summary>The adult's own word.</summary>
    OwnStatement = 3,
}

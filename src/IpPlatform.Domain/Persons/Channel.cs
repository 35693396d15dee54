namespace IpPlatform.Domain.Persons;

/// <summary>How a person's word reached the municipality.</summary>
[GenerateSerializer, Alias("channel")]
public enum Channel
{
    /// <summary>In a session of the person's own.</summary>
    SignedIn = 1,

    /// <summary>In a meeting, registered by an employee.</summary>
    Meeting = 2,

    /// <summary>By telephone, registered by an employee (S-16).</summary>
    Phone = 3,

    /// <summary>On paper.</summary>
    Paper = 4,
}

namespace IpPlatform.Domain.Persons.Protection;

/// <summary>How a person's address is protected in Folkeregisteret (S-07).</summary>
[GenerateSerializer, Alias("protection-level")]
public enum ProtectionLevel
{
    /// <summary>Not protected.</summary>
    None = 0,

    /// <summary>«Fortruleg» (code 7).</summary>
    Confidential = 1,

    /// <summary>«Strengt fortruleg» (code 6).</summary>
    StrictlyConfidential = 2,
}

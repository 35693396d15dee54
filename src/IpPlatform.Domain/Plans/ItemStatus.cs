namespace IpPlatform.Domain.Plans;

/// <summary>Whether the owner stands behind an item.</summary>
[GenerateSerializer, Alias("item-status")]
public enum ItemStatus
{
    /// <summary>A professional's proposal, for the owner to agree to.</summary>
    Proposed = 1,

    /// <summary>The owner wrote it or agreed to it.</summary>
    Agreed = 2,

    /// <summary>A measure for which nobody is responsible yet: nobody can agree to it (O-068).</summary>
    Incomplete = 3,
}

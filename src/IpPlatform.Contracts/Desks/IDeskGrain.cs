namespace IpPlatform.Contracts.Desks;

/// <summary>An employee's own view settings. Nothing here is anybody's record.</summary>
[Alias("desk"), GrainInterfaceType("desk")]
public interface IDeskGrain : IGrainWithStringKey
{
    /// <summary>Pinned persons, in order.</summary>
    [ReadOnly, Alias("pins")]
    ValueTask<Guid[]> Pins();

    /// <summary>Replaces the pins.</summary>
    [Alias("pin")]
    Task Pin(Guid[] persons);
}

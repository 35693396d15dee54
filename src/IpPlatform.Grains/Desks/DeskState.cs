namespace IpPlatform.Grains.Desks;

/// <summary>What the desk grain stores.</summary>
[GenerateSerializer, Alias("desk-state")]
public sealed class DeskState
{
    /// <summary>Pinned persons, in order.</summary>
    [Id(0)]
    public Guid[] Pins { get; set; } = [];
}

namespace IpPlatform.Storage.Nodes;

/// <summary>A silo that stands in the runtime's table as not dead.</summary>
/// <param name="Address">Where other silos reach it.</param>
/// <param name="Port">Its port for other silos.</param>
/// <param name="Generation">Tells it from earlier silos at the same address.</param>
public sealed record SiloEntry(string Address, int Port, int Generation);

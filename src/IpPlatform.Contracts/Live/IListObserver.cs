using IpPlatform.Domain.Rows;

namespace IpPlatform.Contracts.Live;

/// <summary>A silo's feed of lists. It carries no content.</summary>
[Alias("list-observer"), GrainInterfaceType("list-observer")]
public interface IListObserver : IGrainObserver
{
    /// <summary>The lists of <paramref name="lists"/> (the grain's key) are at <paramref name="version"/>, one further than before, by these touches.</summary>
    [OneWay, Alias("touched")]
    Task Touched(string lists, long version, ListTouch[] touches);

    /// <summary>The activation that knew this silo ends: whoever still follows registers anew.</summary>
    [OneWay, Alias("gone")]
    Task Gone(string lists);
}

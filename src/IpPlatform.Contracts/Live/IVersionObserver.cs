namespace IpPlatform.Contracts.Live;

/// <summary>A silo's feed, told that a stream has moved on. It carries no content.</summary>
[Alias("version-observer"), GrainInterfaceType("version-observer")]
public interface IVersionObserver : IGrainObserver
{
    /// <summary>The stream behind <paramref name="grainKey"/> is at <paramref name="version"/>.</summary>
    [OneWay, Alias("changed")]
    Task Changed(string grainKey, long version);
}

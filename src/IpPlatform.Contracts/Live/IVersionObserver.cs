namespace IpPlatform.Contracts.Live;

/// <summary>A silo's feed, told that a stream has moved on. It carries no content.</summary>
[Alias("version-observer"), GrainInterfaceType("version-observer")]
public interface IVersionObserver : IGrainObserver
{
    /// <summary>The stream behind <paramref name="stream"/> (kind, colon, key) is at <paramref name="version"/>.</summary>
    [OneWay, Alias("changed")]
    Task Changed(string stream, long version);

    /// <summary>The activation that knew this observer ends: whoever still follows registers anew, and learns what it missed.</summary>
    [OneWay, Alias("gone")]
    Task Gone(string stream);
}

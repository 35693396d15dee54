namespace IpPlatform.Contracts.Live;

/// <summary>A grain whose changes can be followed.</summary>
[Alias("watchable"), GrainInterfaceType("watchable")]
public interface IWatchable
{
    /// <summary>
    /// Adds or renews an observer and answers the version in force, so that a gap shows at once. An observer that is not renewed
    /// within a minute is forgotten.
    /// </summary>
    [AlwaysInterleave, Alias("watch")]
    ValueTask<long> Watch(IVersionObserver observer);
}

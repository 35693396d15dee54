using IpPlatform.Domain.Rows;

namespace IpPlatform.Contracts.Live;

/// <summary>
/// Where a municipality's silos meet about its lists: each silo with an open list registers once, and is told what may have changed in
/// any. It keeps nothing; its version only says whether something was missed.
/// </summary>
[Alias("lists"), GrainInterfaceType("lists")]
public interface IListsGrain : IGrainWithStringKey
{
    /// <summary>Adds or renews a silo and answers the version in force. One that does not renew within a minute is forgotten.</summary>
    [AlwaysInterleave, Alias("watch")]
    ValueTask<long> Watch(IListObserver observer);

    /// <summary>The version in force, for a page that is being made.</summary>
    [AlwaysInterleave, Alias("version")]
    ValueTask<long> Version();

    /// <summary>Rows were committed that lists may show.</summary>
    [AlwaysInterleave, Alias("touch")]
    ValueTask Touch(ListTouch[] touches);
}

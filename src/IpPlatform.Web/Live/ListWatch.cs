using System.Threading.Channels;
using IpPlatform.Domain.Rows;

namespace IpPlatform.Web.Live;

/// <summary>One screen's watch of a list. What does not concern it never reaches it: a screen is not even told that something has changed.</summary>
public sealed class ListWatch : IDisposable
{
    private readonly Channel<long> _versions = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly ListFeed _feed;
    private readonly string _name;
    private readonly WatchedLists _lists;
    private volatile Func<ListTouch, bool> _concerns;

    internal ListWatch(ListFeed feed, string name, WatchedLists lists, Func<ListTouch, bool> concerns) => (_feed, _name, _lists, _concerns) = (feed, name, lists, concerns);

    /// <summary>Versions as they come; only the newest matters.</summary>
    public ChannelReader<long> Versions => _versions.Reader;

    /// <summary>From now on these concern it: the list shows somebody else.</summary>
    public void Concern(Func<ListTouch, bool> concerns) => _concerns = concerns;

    /// <inheritdoc/>
    public void Dispose() => _feed.Leave(_name, _lists, this);

    internal bool IsConcernedBy(ListTouch[] touches) => Array.Exists(touches, touch => _concerns(touch));

    internal void Tell(long version) => _versions.Writer.TryWrite(version);
}

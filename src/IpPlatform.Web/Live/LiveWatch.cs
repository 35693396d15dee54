using System.Threading.Channels;

namespace IpPlatform.Web.Live;

/// <summary>One screen's watch. Only the newest version matters, so a slow screen skips the ones between.</summary>
public sealed class LiveWatch : IDisposable
{
    private readonly Channel<long> _versions = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly LiveFeed _feed;
    private readonly string _name;
    private readonly WatchedStream _stream;

    internal LiveWatch(LiveFeed feed, string name, WatchedStream stream) => (_feed, _name, _stream) = (feed, name, stream);

    /// <summary>Versions as they come.</summary>
    public ChannelReader<long> Versions => _versions.Reader;

    /// <inheritdoc/>
    public void Dispose() => _feed.Leave(_name, _stream, this);

    internal void Tell(long version) => _versions.Writer.TryWrite(version);
}

using System.Threading.Channels;

namespace IpPlatform.Web.Live;

/// <summary>One screen's watch. Only the newest version matters, so a slow screen skips the ones between.</summary>
public class LiveWatch : IDisposable
{
    private readonly Channel<long> _versions = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Versions as they come.</summary>
    public ChannelReader<long> Versions => _versions.Reader;

    /// <summary>How it leaves its feed; set when it is let in.</summary>
    internal Action Leave { get; set; } = () => { };

    /// <inheritdoc/>
    public void Dispose()
    {
        Leave();
        GC.SuppressFinalize(this);
    }

    internal void Tell(long version) => _versions.Writer.TryWrite(version);
}

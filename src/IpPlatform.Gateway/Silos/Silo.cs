namespace IpPlatform.Gateway.Silos;

/// <summary>A silo as the gateway sees it.</summary>
internal sealed class Silo(string name, string url) : IDisposable
{
    private CancellationTokenSource _gone = new();
    private int _misses;
    private int _open;

    public string Name => name;

    public string Url => url;

    /// <summary>Requests under way.</summary>
    public int Open => Volatile.Read(ref _open);

    public bool Healthy { get; private set; } = true;

    /// <summary>Cancelled when the silo is found gone, so that requests do not wait for a silo that hangs.</summary>
    public CancellationToken Gone => _gone.Token;

    public void Enter() => Interlocked.Increment(ref _open);

    public void Leave() => Interlocked.Decrement(ref _open);

    /// <summary>A probe's answer; true when that changes anything.</summary>
    public bool Probed(bool ready)
    {
        _misses = ready ? 0 : _misses + 1;
        if (ready == Healthy || (!ready && _misses < 2)) return false;
        Healthy = ready;
        if (!ready) Interlocked.Exchange(ref _gone, new CancellationTokenSource()).Cancel();
        return true;
    }

    /// <summary>A connection was refused: nobody is there.</summary>
    public void Refused() => (_misses, Healthy) = (2, false);

    public void Dispose() => _gone.Dispose();
}

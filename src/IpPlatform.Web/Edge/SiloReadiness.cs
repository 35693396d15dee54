namespace IpPlatform.Web.Edge;

/// <summary>Whether this silo takes requests.</summary>
public sealed class SiloReadiness
{
    private volatile bool _started;
    private volatile bool _draining;

    /// <summary>Started and not on its way out.</summary>
    public bool Ready => _started && !_draining;

    /// <summary>On its way out.</summary>
    public bool Draining => _draining;

    /// <summary>The silo is up.</summary>
    public void Start() => _started = true;

    /// <summary>The silo is going.</summary>
    public void Drain() => _draining = true;
}

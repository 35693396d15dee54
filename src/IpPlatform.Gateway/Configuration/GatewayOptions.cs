namespace IpPlatform.Gateway.Configuration;

/// <summary>Section <c>IpPlatform</c> as the gateway knows it.</summary>
internal sealed record GatewayOptions
{
    /// <summary>Where the gateway listens.</summary>
    public HttpOptions Http { get; init; } = new();

    /// <summary>How it knows silos and they know it.</summary>
    public EdgeOptions Edge { get; init; } = new();

    /// <summary>Throws with everything that is missing.</summary>
    public void Check()
    {
        var missing = new List<string>();
        if (string.IsNullOrWhiteSpace(Http.Url)) missing.Add("IpPlatform:Http:Url");
        if (string.IsNullOrWhiteSpace(Edge.KeyFile)) missing.Add("IpPlatform:Edge:KeyFile");
        if (Edge.Silos.Count == 0) missing.Add("IpPlatform:Edge:Silos:0");
        if (missing.Count > 0) throw new InvalidOperationException($"Missing settings: {string.Join(", ", missing)}");
    }
}

/// <summary>Section <c>Http</c>.</summary>
internal sealed record HttpOptions
{
    /// <summary>Such as <c>http://127.0.0.1:8080</c>; several with semicolons between. An https one takes <c>Kestrel:Certificates:Default</c>.</summary>
    public string Url { get; init; } = "";
}

/// <summary>Section <c>Edge</c>.</summary>
internal sealed record EdgeOptions
{
    /// <summary>File with the key shared with the silos.</summary>
    public string KeyFile { get; init; } = "";

    /// <summary>Silos to ask first; the rest is learnt from them.</summary>
    public IReadOnlyList<string> Silos { get; init; } = [];

    /// <summary>Where the last good configuration is kept, so that a gateway can start before any silo answers.</summary>
    public string? LastGoodFile { get; init; }
}

using System.Net;

namespace IpPlatform.Gateway.Silos;

/// <summary>The one connection pool towards silos: bare, no proxy, no cookies, no redirects, no decompression.</summary>
internal sealed class SiloHttp : IDisposable
{
    /// <summary>For the forwarder, which takes no client with conveniences.</summary>
    public HttpMessageInvoker Invoker { get; } = new(Handler());

    /// <summary>For the gateway's own questions.</summary>
    public HttpClient Client { get; } = new(Handler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public void Dispose()
    {
        Invoker.Dispose();
        Client.Dispose();
    }

    private static SocketsHttpHandler Handler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(1),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        EnableMultipleHttp2Connections = true,
    };
}

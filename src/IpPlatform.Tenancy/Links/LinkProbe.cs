using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IpPlatform.Tenancy.Links;

/// <summary>
/// Asks whether a link works, and never anything else: over https, on the public internet, with a short patience and without cookies.
/// Where it is sent on, the next address is asked under the same rules.
/// </summary>
public sealed class LinkProbe : IDisposable
{
    private const int MostSteps = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly LinkOptions _options;
    private readonly HttpClient _http;

    /// <summary>Makes it.</summary>
    public LinkProbe(LinkOptions options)
    {
        _options = options;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5), ConnectCallback = ConnectAsync }) { Timeout = Patience };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("IpPlatform-link-check/1.0");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Whether it works, and what was answered.</summary>
    public async Task<LinkAnswer> AskAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var next)) return Unanswered("no address");
        try
        {
            for (var step = 0; step < MostSteps; step++)
            {
                if (next.Scheme != Uri.UriSchemeHttps) return new LinkAnswer(false, step > 0, "not https");
                using var response = await _http.GetAsync(Target(next), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
                {
                    next = new Uri(next, location);
                    continue;
                }

                return new LinkAnswer(Works(response.StatusCode), true, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            }

            return new LinkAnswer(false, true, "sent on too often");
        }
        catch (HttpRequestException failure)
        {
            return Unanswered(failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unanswered("no answer in time");
        }
    }

    private static LinkAnswer Unanswered(string outcome) => new(false, false, outcome);

    // Who is turned away or asked to wait has met a page: many sites do so to whoever is no browser.
    private static bool Works(HttpStatusCode status) =>
        (int)status is >= 200 and < 300 || status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.TooManyRequests;

    private Uri Target(Uri link) => _options.TestServer is { } server && link.Host == LinkOptions.TestHost ? new Uri(server, link.PathAndQuery) : link;

    // The name is looked up here and the address found is the one connected to, so that it cannot change in between.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endpoint = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(endpoint.Host, cancellationToken);
        var test = _options.TestServer is { } server && server.Host == endpoint.Host && server.Port == endpoint.Port;
        var allowed = test ? addresses : [.. addresses.Where(PublicAddresses.Contain)];
        if (allowed.Length == 0) throw new HttpRequestException(HttpRequestError.NameResolutionError, "No public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endpoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using IpPlatform.Gateway.Answers;
using IpPlatform.Gateway.Configuration;
using IpPlatform.Gateway.Silos;
using IpPlatform.EdgeContract;
using Yarp.ReverseProxy.Forwarder;

namespace IpPlatform.Gateway.Forwarding;

/// <summary>
/// Sends a request to a silo. The tenant is the route's first segment and nothing else. A request that failed before any answer began
/// is sent to another silo when that is safe: it only reads, or it carries a command id, which makes repeating it harmless.
/// </summary>
internal sealed class Forwarder(IHttpForwarder forwarder, EdgeState state, SiloList silos, SiloHttp http, EdgeSignature signature, TimeProvider time)
{
    /// <summary>The largest body let in: a file of 10 MB with its form around it.</summary>
    public const long MaxBody = 12 * 1024 * 1024;

    private static readonly HashSet<string> Inner = new(StringComparer.OrdinalIgnoreCase) { "edge", "health" };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly ForwarderRequestConfig Ordinary = new() { ActivityTimeout = TimeSpan.FromSeconds(12), AllowResponseBuffering = false };
    private static readonly ForwarderRequestConfig Stream = new() { ActivityTimeout = TimeSpan.FromMinutes(5), AllowResponseBuffering = false };

    public async Task ForwardAsync(HttpContext context)
    {
        if (RouteOf(context.Request.Path.Value!) is not { } route)
        {
            await (state.FindGone(FirstOf(context.Request.Path.Value!)) is { } gone ? EdgeAnswer.GoneAsync(context, gone) : EdgeAnswer.NotFoundAsync(context));
            return;
        }

        if (context.Request.ContentLength > MaxBody)
        {
            await EdgeAnswer.TooLargeAsync(context);
            return;
        }

        using var body = await RetryableBody.ReadAsync(context.Request);
        var transformer = new EdgeTransformer(signature, route);
        var config = IsStream(context.Request) ? Stream : Ordinary;
        var started = time.GetTimestamp();
        Silo? failed = null;
        for (var attempt = 0; ; attempt++)
        {
            if (silos.Pick(failed) is not { } silo)
            {
                await EdgeAnswer.UnavailableAsync(context);
                return;
            }

            body.Rewind();
            if (await SendAsync(context, silo, config, transformer)) return;
            failed = silo;
            if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested) return;
            if (!body.MayRetry || time.GetElapsedTime(started) > Patience)
            {
                await EdgeAnswer.UnavailableAsync(context);
                return;
            }

            context.Response.Clear();
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(400, 25 << Math.Min(attempt, 4))), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>True when the silo's answer is, or is being, on its way to the caller.</summary>
    private async Task<bool> SendAsync(HttpContext context, Silo silo, ForwarderRequestConfig config, EdgeTransformer transformer)
    {
        silo.Enter();
        try
        {
            transformer.TryElsewhere = false;
            // A stream outlives a probe that was late; what a silo answers it answers soon.
            var gone = ReferenceEquals(config, Stream) ? CancellationToken.None : silo.Gone;
            var error = await forwarder.SendAsync(context, silo.Url, http.Invoker, config, transformer, gone);
            if (error is ForwarderError.None) return !transformer.TryElsewhere;
            if (context.Features.Get<IForwarderErrorFeature>()?.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }) silo.Refused();
            return context.Response.HasStarted;
        }
        finally
        {
            silo.Leave();
        }
    }

    private static string FirstOf(string path)
    {
        var end = path.IndexOf('/', 1);
        return end < 0 ? path[1..] : path[1..end];
    }

    private EdgeRoute? RouteOf(string path)
    {
        if (path.Length < 2) return new EdgeRoute("", "");
        var first = FirstOf(path);
        if (ReservedSlugs.All.Contains(first)) return Inner.Contains(first) ? null : new EdgeRoute("", "");
        return state.Find(first) is { } tenant ? new EdgeRoute(tenant.Id, tenant.Slug) : null;
    }

    private static bool IsStream(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase) || request.Path.Value!.EndsWith("/live", StringComparison.Ordinal);
}

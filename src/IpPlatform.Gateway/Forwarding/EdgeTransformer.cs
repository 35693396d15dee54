using System.Net;
using IpPlatform.EdgeContract;
using Yarp.ReverseProxy.Forwarder;

namespace IpPlatform.Gateway.Forwarding;

/// <summary>Strips what a caller could pretend, sets what the gateway vouches for, signs. One for each request.</summary>
internal sealed class EdgeTransformer(EdgeSignature signature, EdgeRoute route) : HttpTransformer
{
    private const string Retry = "X-IP-Retry";

    /// <summary>The silo asked for another one to be tried; nothing was sent to the caller.</summary>
    public bool TryElsewhere { get; set; }

    public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        var headers = proxyRequest.Headers;
        List<string>? forged = null;
        foreach (var (name, _) in headers.NonValidated)
        {
            if (name.StartsWith(EdgeHeaders.Prefix, StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
                || name.Equals("traceparent", StringComparison.OrdinalIgnoreCase)
                || name.Equals("tracestate", StringComparison.OrdinalIgnoreCase)) (forged ??= []).Add(name);
        }

        if (forged is not null) foreach (var name in forged) headers.Remove(name);
        var uri = RequestUtilities.MakeDestinationAddress(destinationPrefix, httpContext.Request.Path, httpContext.Request.QueryString);
        proxyRequest.RequestUri = uri;
        headers.Host = null;
        headers.TryAddWithoutValidation("X-Forwarded-For", (httpContext.Connection.RemoteIpAddress ?? IPAddress.None).ToString());
        headers.TryAddWithoutValidation("X-Forwarded-Host", httpContext.Request.Host.Value);
        headers.TryAddWithoutValidation("X-Forwarded-Proto", httpContext.Request.Scheme);
        headers.TryAddWithoutValidation(EdgeHeaders.Tenant, route.Tenant);
        headers.TryAddWithoutValidation(EdgeHeaders.Slug, route.Slug);
        headers.TryAddWithoutValidation(EdgeHeaders.Signature, signature.Sign(httpContext.Request.Method, uri.PathAndQuery, route.Tenant, route.Slug));
    }

    public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is { StatusCode: HttpStatusCode.ServiceUnavailable } && proxyResponse.Headers.Contains(Retry))
        {
            TryElsewhere = true;
            return false;
        }

        var copy = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        httpContext.Response.Headers.Remove(Retry);
        return copy;
    }
}

using IpPlatform.Domain.Access;

namespace IpPlatform.Web.Access;

/// <summary>What an endpoint says about itself. An endpoint without it is not served.</summary>
/// <param name="Surface">API, page, stream or public.</param>
/// <param name="Action">What access is asked about; null only for what is public.</param>
public sealed record EndpointAccess(EndpointSurface Surface, PlatformAction? Action);

/// <summary>Who reads an endpoint's answers.</summary>
public enum EndpointSurface
{
    /// <summary>Programs: JSON and ProblemDetails.</summary>
    Api = 1,

    /// <summary>People: pages.</summary>
    Page = 2,

    /// <summary>Open screens: server-sent events.</summary>
    Stream = 3,
}

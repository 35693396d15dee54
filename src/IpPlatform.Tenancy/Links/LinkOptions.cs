using Microsoft.Extensions.Configuration;

namespace IpPlatform.Tenancy.Links;

/// <summary>Section <c>IpPlatform:Links</c>.</summary>
public sealed record LinkOptions
{
    /// <summary>The host that <see cref="TestServer"/> answers for.</summary>
    public const string TestHost = "lenkje.test";

    /// <summary>A server on this machine that stands in for <see cref="TestHost"/>; never in Production.</summary>
    public Uri? TestServer { get; init; }

    /// <summary>Reads them.</summary>
    public static LinkOptions From(IConfiguration configuration)
    {
        var production = (configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"]) is null or "Production";
        return production ? new LinkOptions() : configuration.GetSection("IpPlatform:Links").Get<LinkOptions>() ?? new LinkOptions();
    }
}

namespace IpPlatform.EdgeContract;

/// <summary>First path segments that are the platform's own and can be no municipality's address.</summary>
public static class ReservedSlugs
{
    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "api", "drift", "edge", "favicon.ico", "health", "kommune", "logg-inn", "logg-ut", "openapi", "ops", "robots.txt", "signin-oidc", "signout-oidc", "_static", "test", "val",
    };
}

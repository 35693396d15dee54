namespace IpPlatform.EdgeContract;

/// <summary>
/// What the gateway follows from the silos: <c>GET /edge/config?after={revision}&amp;wait={seconds}</c> answers at once when the revision
/// in force differs from <c>after</c>, else when it changes, at the latest after <c>wait</c> seconds (then with the same revision).
/// </summary>
/// <param name="Revision">A hash of the content: equal content has equal revisions on every silo.</param>
/// <param name="Tenants">All tenants that are served.</param>
/// <param name="Silos">All silos that take requests, draining ones left out.</param>
/// <param name="Gone">Those that have been served here; null from a silo that does not say.</param>
public sealed record EdgeConfiguration(string Revision, IReadOnlyList<EdgeTenant> Tenants, IReadOnlyList<EdgeSilo> Silos, IReadOnlyList<EdgeGone>? Gone = null);

/// <summary>An address that a municipality had, its name, and the phone on which it is reached instead, if known.</summary>
public sealed record EdgeGone(string Slug, string Name, string? Phone);

/// <summary>A tenant's address, and the version of its configuration that the silo serves: what an operator compares (0 from a silo that does not say).</summary>
public sealed record EdgeTenant(string Id, string Slug, long Version = 0);

/// <summary>A silo's private address, such as <c>http://127.0.0.1:8101</c>.</summary>
public sealed record EdgeSilo(string Name, string Url);

namespace IpPlatform.Storage.Nodes;

/// <summary>A silo that takes requests, and the release that it runs.</summary>
public sealed record Node(string Name, string Url, DateTimeOffset StartedAt, string Version);

namespace IpPlatform.Storage.Nodes;

/// <summary>A silo that takes requests.</summary>
public sealed record Node(string Name, string Url, DateTimeOffset StartedAt);

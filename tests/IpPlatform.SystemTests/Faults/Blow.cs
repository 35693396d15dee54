namespace IpPlatform.SystemTests.Faults;

/// <summary>Something that was done to the platform.</summary>
/// <param name="At">Seconds since the load began.</param>
/// <param name="What">What it was, and to whom.</param>
internal sealed record Blow(double At, string What);

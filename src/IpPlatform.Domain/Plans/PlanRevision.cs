namespace IpPlatform.Domain.Plans;

/// <summary>How often a plan is gone through (O-076).</summary>
public static class PlanRevision
{
    /// <summary>Months between two revisions where the municipality has said nothing.</summary>
    public const int Months = 6;

    /// <summary>The longest that a municipality can let a plan stand, in months.</summary>
    public const int LongestMonths = 12;
}

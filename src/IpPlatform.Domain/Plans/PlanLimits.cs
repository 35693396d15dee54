namespace IpPlatform.Domain.Plans;

/// <summary>Technical bounds of a plan, generous enough never to be met by people.</summary>
public static class PlanLimits
{
    /// <summary>Characters in a goal's text (O-019 sets 10,000 for a need).</summary>
    public const int GoalText = 10_000;

    /// <summary>Goals in one plan, removed ones included.</summary>
    public const int Goals = 1_000;

    /// <summary>Measures in one plan, removed ones included.</summary>
    public const int Measures = 5_000;

    /// <summary>Characters in the name of a responsible.</summary>
    public const int ResponsibleName = 200;
}

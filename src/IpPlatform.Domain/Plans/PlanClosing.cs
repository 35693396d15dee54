namespace IpPlatform.Domain.Plans;

/// <summary>Why a period of the plan ended (law.md 3.10).</summary>
public enum PlanClosing
{
    /// <summary>The owner does not want the plan any longer. Her coordinator stays until she ends that by itself (O-050).</summary>
    ConsentWithdrawn = 1,
}

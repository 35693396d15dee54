namespace IpPlatform.Grains.Outbox;

/// <summary>When a message that failed is tried again.</summary>
public static class OutboxBackoff
{
    /// <summary>Attempts after which a message is parked for an operator: about an hour.</summary>
    public const int ParkAfter = 12;

    /// <summary>Half a second, doubled each time, ten minutes at most.</summary>
    public static TimeSpan After(int attempt) => TimeSpan.FromSeconds(Math.Min(600, 0.5 * Math.Pow(2, attempt - 1)));
}

namespace IpPlatform.Domain.Coordination;

/// <summary>Technical bounds, generous enough never to be met by people.</summary>
public static class CoordinationLimits
{
    /// <summary>Characters in a wish, a reason or a next step.</summary>
    public const int Text = 4_000;

    /// <summary>Characters in who does the next step.</summary>
    public const int Who = 200;
}

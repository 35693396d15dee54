namespace IpPlatform.Domain.Cases;

/// <summary>Technical bounds of a case.</summary>
public static class CaseLimits
{
    /// <summary>Characters in a need (O-019).</summary>
    public const int Need = 10_000;

    /// <summary>Characters in notes, reasons and interim replies.</summary>
    public const int Note = 10_000;

    /// <summary>Characters in the name of who receives what is passed on.</summary>
    public const int Receiver = 200;
}

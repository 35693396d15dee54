namespace IpPlatform.Domain.Tenants;

/// <summary>A municipality's logo, which stands beside its name.</summary>
/// <param name="Alternative">What is said to those who do not see it.</param>
/// <param name="Hash">SHA-256 of the picture as we serve it; the files leave it out, since there the picture itself says it.</param>
public sealed record MunicipalLogo(string Alternative, string? Hash = null)
{
    /// <summary>The longest alternative text.</summary>
    public const int LongestAlternative = 200;
}

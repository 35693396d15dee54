using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Identity;

/// <summary>Which national ids an environment takes: real people's only in Production, synthetic ones only outside it.</summary>
public sealed class NationalIdPolicy(bool production)
{
    /// <summary>Why the number is not taken, or null.</summary>
    public Refusal? Check(string? text)
    {
        if (!NationalId.TryParse(text, out var id)) return new Refusal("NATIONAL_ID_INVALID");
        if (!production && !id.IsSynthetic) return new Refusal("NATIONAL_ID_NOT_SYNTHETIC");
        return production && id.IsSynthetic ? new Refusal("NATIONAL_ID_INVALID") : null;
    }
}

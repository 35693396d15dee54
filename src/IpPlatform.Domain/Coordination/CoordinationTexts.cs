using System.Globalization;
using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Coordination;

/// <summary>Bounds on what people write here.</summary>
internal static class CoordinationTexts
{
    public static Refusal? TooLong(string? text, int max = CoordinationLimits.Text) =>
        text?.Length > max ? new Refusal("COORDINATION_TEXT_TOO_LONG", new Dictionary<string, string> { ["max"] = max.ToString(CultureInfo.InvariantCulture) }) : null;
}

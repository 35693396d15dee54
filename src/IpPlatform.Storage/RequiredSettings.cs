using Microsoft.Extensions.Configuration;

namespace IpPlatform.Storage;

/// <summary>Settings without which nothing can start: an operator hears of all that are missing at once, not of one for each start.</summary>
public static class RequiredSettings
{
    /// <summary>Throws with the names of all that are missing or blank.</summary>
    public static void Check(IConfiguration configuration, params IEnumerable<string> names)
    {
        string[] missing = [.. names.Where(name => string.IsNullOrWhiteSpace(configuration[name]))];
        if (missing.Length > 0) throw new InvalidOperationException($"Missing settings: {string.Join(", ", missing)}");
    }
}

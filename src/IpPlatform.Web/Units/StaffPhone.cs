namespace IpPlatform.Web.Units;

/// <summary>A telephone number as people write it: eight digits in Norway, else with the country's code.</summary>
internal static class StaffPhone
{
    /// <summary>In E.164 where it can be told; else as it was written, for the rules to refuse. Null when nothing is written.</summary>
    public static string? Of(string? written)
    {
        var bare = string.Concat((written ?? "").Where(c => !char.IsWhiteSpace(c)));
        return bare.Length == 0 ? null
            : bare.Length == 8 && bare.All(char.IsAsciiDigit) ? $"+47{bare}"
            : bare.StartsWith("00", StringComparison.Ordinal) ? $"+{bare[2..]}"
            : bare;
    }
}

using System.Globalization;

namespace IpPlatform.Web.Commands;

/// <summary>Dates as browsers send them and as people write them.</summary>
internal static class FormDates
{
    /// <summary>The day, or null.</summary>
    public static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written?.Trim(), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

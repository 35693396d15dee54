using System.Globalization;

namespace IpPlatform.Web.Texts;

/// <summary>Dates, waiting times and small numbers as people say them: «tysdag 24. november», «om tre dagar», «tolv».</summary>
/// <param name="Language">nn, nb or en.</param>
/// <param name="Today">The day in Norway.</param>
public readonly record struct DateText(string Language, DateOnly Today)
{
    private static readonly Dictionary<string, string[]> Numbers = new()
    {
        ["nn"] = ["ingen", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
        ["nb"] = ["ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
        ["en"] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    };

    private CultureInfo Culture => CultureInfo.GetCultureInfo(Language switch { "nb" => "nb-NO", "en" => "en-GB", _ => "nn-NO" });

    /// <summary>Weekday, day and month; the year only when it is another one.</summary>
    public string Day(DateOnly day)
    {
        var pattern = Language == "en" ? "dddd d MMMM" : "dddd d. MMMM";
        return day.ToString(day.Year == Today.Year ? pattern : pattern + " yyyy", Culture);
    }

    /// <summary>The day, and how far away it is when that is near: «tysdag 24. november, om tre dagar».</summary>
    public string DayAndDistance(DateOnly day) => Distance(day) is { } distance ? $"{Day(day)}, {distance}" : Day(day);

    /// <summary>The clock of an instant, with its day.</summary>
    public string At(DateTimeOffset at)
    {
        var local = Domain.Calendar.Norway.LocalOf(at);
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{Day(DateOnly.FromDateTime(local.DateTime))} {(Language == "en" ? "at" : "kl.")} {clock}";
    }

    /// <summary>A number in words up to twelve.</summary>
    public string Number(int number) => number is >= 0 and <= 12 ? Numbers[Language][number] : number.ToString(Culture);

    /// <summary>How far away a day within three weeks is, or null.</summary>
    public string? Distance(DateOnly day)
    {
        var days = day.DayNumber - Today.DayNumber;
        if (days == 0) return Language switch { "en" => "today", "nb" => "i dag", _ => "i dag" };
        if (days == 1) return Language switch { "en" => "tomorrow", "nb" => "i morgen", _ => "i morgon" };
        if (days == -1) return Language switch { "en" => "yesterday", "nb" => "i går", _ => "i går" };
        if (Math.Abs(days) > 21) return null;
        var word = Number(Math.Abs(days));
        return (Language, days > 0) switch
        {
            ("en", true) => $"in {word} days",
            ("en", false) => $"{word} days ago",
            ("nb", true) => $"om {word} dager",
            ("nb", false) => $"for {word} dager siden",
            (_, true) => $"om {word} dagar",
            (_, false) => $"for {word} dagar sidan",
        };
    }
}

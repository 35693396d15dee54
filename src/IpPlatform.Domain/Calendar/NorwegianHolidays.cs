namespace IpPlatform.Domain.Calendar;

/// <summary>Public holidays in Norway, computed for any year of the Gregorian calendar.</summary>
public static class NorwegianHolidays
{
    /// <summary>Whether the day is a public holiday (Sundays that are no feast are not counted here).</summary>
    public static bool IsHoliday(DateOnly day) => NameOf(day) is not null;

    /// <summary>A day on which offices are open.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The first working day on or after a day.</summary>
    public static DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The holiday that a day is, as a stable name, or null.</summary>
    public static string? NameOf(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "new-year",
        (5, 1) => "labour-day",
        (5, 17) => "constitution-day",
        (12, 25) => "christmas-day",
        (12, 26) => "boxing-day",
        _ => Movable(day),
    };

    /// <summary>Easter Sunday of a year (the anonymous Gregorian computus).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var leap = century / 4;
        var moonCorrection = (century + 8) / 25;
        var epact = ((19 * golden) + century - leap - ((century - moonCorrection + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (year % 100 / 4)) - epact - (year % 100 % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var march = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, march / 31, (march % 31) + 1);
    }

    private static string? Movable(DateOnly day) => (day.DayNumber - Easter(day.Year).DayNumber) switch
    {
        -3 => "maundy-thursday",
        -2 => "good-friday",
        0 => "easter-sunday",
        1 => "easter-monday",
        39 => "ascension-day",
        49 => "whit-sunday",
        50 => "whit-monday",
        _ => null,
    };
}

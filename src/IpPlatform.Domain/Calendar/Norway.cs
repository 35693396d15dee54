namespace IpPlatform.Domain.Calendar;

/// <summary>Norwegian local time: days are counted where the citizen lives, whatever the server's zone.</summary>
public static class Norway
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    /// <summary>The day in Oslo at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(LocalOf(at).DateTime);

    /// <summary>The clock on the wall in Oslo.</summary>
    public static DateTimeOffset LocalOf(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The instant at which a day begins in Oslo, in UTC: the form that is stored.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The instant at which the clock on the wall in Oslo shows a time, in UTC.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly clock)
    {
        var local = day.ToDateTime(clock, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

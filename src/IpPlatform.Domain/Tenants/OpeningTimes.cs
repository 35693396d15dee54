using IpPlatform.Domain.Calendar;

namespace IpPlatform.Domain.Tenants;

/// <summary>Whether somebody is there now, and when next (O-126). Hours hold on working days; public holidays are none.</summary>
public static class OpeningTimes
{
    /// <summary>Open at an instant. It closes on the minute that is named.</summary>
    public static bool AreOpen(WeeklyHours hours, DateTimeOffset at)
    {
        var local = Norway.LocalOf(at);
        return NorwegianHolidays.IsWorkingDay(DateOnly.FromDateTime(local.DateTime)) && TimeOnly.FromDateTime(local.DateTime) is var clock && clock >= hours.Opens && clock < hours.Closes;
    }

    /// <summary>The day of the next opening after an instant at which it is closed: the same day before it opens.</summary>
    public static DateOnly NextDay(WeeklyHours hours, DateTimeOffset at)
    {
        var local = Norway.LocalOf(at);
        var today = DateOnly.FromDateTime(local.DateTime);
        return NorwegianHolidays.WorkingDayFrom(TimeOnly.FromDateTime(local.DateTime) < hours.Opens ? today : today.AddDays(1));
    }
}

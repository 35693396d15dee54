using IpPlatform.Domain.Calendar;

namespace IpPlatform.Domain.Tenants;

/// <summary>Whether somebody is there now, and when next (O-126). Hours hold on working days; public holidays are none, and the contact may have exceptions of its own.</summary>
public static class OpeningTimes
{
    // A contact that is closed for longer says so in its exception.
    private const int DaysLookedAhead = 366;

    /// <summary>The hours of a day; null when it is closed.</summary>
    public static WeeklyHours? HoursOn(WeeklyHours hours, IReadOnlyList<HoursException>? exceptions, DateOnly day)
    {
        var works = NorwegianHolidays.IsWorkingDay(day);
        if (exceptions?.FirstOrDefault(exception => exception.IsOn(day)) is not { } exception) return works ? hours : null;
        // One day is meant as it stands, a Saturday too; of several days those that are working days.
        return works || exception.From == exception.To ? exception.Hours : null;
    }

    /// <summary>The hours that are open at an instant, or null. It closes on the minute that is named.</summary>
    public static WeeklyHours? OpenAt(WeeklyHours hours, IReadOnlyList<HoursException>? exceptions, DateTimeOffset at)
    {
        var (day, clock) = LocalOf(at);
        return HoursOn(hours, exceptions, day) is { } open && clock >= open.Opens && clock < open.Closes ? open : null;
    }

    /// <summary>The next opening after an instant at which it is closed: the same day before it opens. Null when it does not open within a year.</summary>
    public static Opening? NextAfter(WeeklyHours hours, IReadOnlyList<HoursException>? exceptions, DateTimeOffset at)
    {
        var (today, clock) = LocalOf(at);
        for (var day = today; day <= today.AddDays(DaysLookedAhead); day = day.AddDays(1))
        {
            if (HoursOn(hours, exceptions, day) is { } open && (day > today || clock < open.Opens)) return new Opening(day, open.Opens);
        }

        return null;
    }

    private static (DateOnly Day, TimeOnly Clock) LocalOf(DateTimeOffset at)
    {
        var local = Norway.LocalOf(at).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}

/// <summary>When it opens.</summary>
public sealed record Opening(DateOnly Day, TimeOnly At);

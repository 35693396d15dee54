using IpPlatform.Domain.Calendar;

namespace IpPlatform.Domain.Law;

/// <summary>A period that the law counts in whole months and weeks.</summary>
/// <param name="Months">Calendar months: the same day number, or the last day of a shorter month.</param>
/// <param name="Weeks">Weeks: the same weekday.</param>
public readonly record struct TimeLimit(int Months, int Weeks)
{
    /// <summary>The last day, counted from the day that starts the clock: the municipality's own, which never moves.</summary>
    public DateOnly From(DateOnly start) => start.AddMonths(Months).AddDays(7 * Weeks);

    /// <summary>
    /// The last day for the citizen: a Saturday, Sunday or holiday moves it to the next working day (domstollova §§ 148–149).
    /// </summary>
    public DateOnly ForCitizen(DateOnly start) => NorwegianHolidays.WorkingDayFrom(From(start));
}

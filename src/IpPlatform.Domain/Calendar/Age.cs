namespace IpPlatform.Domain.Calendar;

/// <summary>How old somebody is in Norway. Who was born on 29 February turns a year older on 28 February where there is no such day.</summary>
public static class Age
{
    /// <summary>From this age the young person consents herself (pbrl §4-3).</summary>
    public const int ConsentsHerself = 16;

    /// <summary>From this age nobody has parental responsibility any longer.</summary>
    public const int OfAge = 18;

    /// <summary>Whole years on a day.</summary>
    public static int On(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>Whole years at an instant: a birthday begins at midnight in Oslo.</summary>
    public static int At(DateOnly born, DateTimeOffset at) => On(born, Norway.DayOf(at));
}

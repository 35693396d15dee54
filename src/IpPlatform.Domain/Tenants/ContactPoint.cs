namespace IpPlatform.Domain.Tenants;

/// <summary>
/// Whom to turn to, for what. Several of one purpose may stand beside each other, each labelled with its source, until the
/// municipality has said which holds (O-120).
/// </summary>
/// <param name="Purpose">For what.</param>
/// <param name="Label">What people read.</param>
/// <param name="Source">Where it is said.</param>
/// <param name="Role">Title of who answers (O-116).</param>
/// <param name="Person">Name of who answers, where the municipality publishes it.</param>
/// <param name="Topic">Sector or topic to choose by (O-123).</param>
/// <param name="Phone">E.164, shown grouped (O-124).</param>
/// <param name="Email">Never for health information (O-125).</param>
/// <param name="Postal">Postal address (O-122).</param>
/// <param name="Visiting">Visiting address (O-121).</param>
/// <param name="Hours">Opening hours (O-126).</param>
/// <param name="PhoneHours">When the phone is answered.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="VerifiedAt">When the municipality confirmed it; null as long as it has not.</param>
/// <param name="Id">What live edits name it by; derived by <see cref="ContactIds"/> where a file gives none.</param>
/// <param name="Exceptions">Days on which the hours do not hold (O-126).</param>
public sealed record ContactPoint(
    ContactPurpose Purpose, string Label, string Source, string? Role = null, string? Person = null, string? Topic = null,
    string? Phone = null, string? Email = null, PostalAddress? Postal = null, VisitingAddress? Visiting = null,
    WeeklyHours? Hours = null, WeeklyHours? PhoneHours = null, DateOnly? ValidFrom = null, DateOnly? ValidTo = null, DateOnly? VerifiedAt = null, string? Id = null,
    IReadOnlyList<HoursException>? Exceptions = null)
{
    /// <summary>Whether people are to be told of it on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(ValidFrom > day) && !(ValidTo < day);

    /// <summary>What people are to be told of its hours within some weeks, the next first.</summary>
    public IReadOnlyList<HoursException> ExceptionsAfter(DateOnly day) =>
        [.. (Exceptions ?? []).Where(exception => exception.To >= day && exception.From <= day.AddDays(ToldDaysBefore)).OrderBy(exception => exception.From)];

    private const int ToldDaysBefore = 60;
}

/// <summary>What a contact point is for.</summary>
public enum ContactPurpose
{
    /// <summary>The coordinating unit.</summary>
    Unit = 1,

    /// <summary>Where forms on paper are sent.</summary>
    Submission = 2,

    /// <summary>Complaints.</summary>
    Complaint = 3,

    /// <summary>The municipality's switchboard.</summary>
    Switchboard = 4,

    /// <summary>The hospital's unit.</summary>
    HospitalUnit = 5,

    /// <summary>Habilitation and rehabilitation.</summary>
    Rehabilitation = 6,
}

/// <summary>Address for post: recipient line, box or street, four-digit postcode, place.</summary>
public sealed record PostalAddress(string Recipient, string Line, string Postcode, string Place);

/// <summary>Where one can come.</summary>
public sealed record VisitingAddress(string Line, string? Postcode = null, string? Place = null);

/// <summary>The same hours every working day, such as 09:00 to 15:00.</summary>
public sealed record WeeklyHours(TimeOnly Opens, TimeOnly Closes);

namespace IpPlatform.Domain.Law;

/// <summary>A place in the law that texts refer to (O-011): what people call it, from when until when it holds, and where it is read.</summary>
/// <param name="Id">What texts name it by, such as <c>hol-7-1</c>; never used for anything else.</param>
/// <param name="Nynorsk">Short title of the act or regulation, in nynorsk.</param>
/// <param name="Bokmal">The same in bokmål.</param>
/// <param name="Paragraph">The section, such as «§ 7-1».</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">Last day in force, or null while no end is known.</param>
/// <param name="Url">Where it is read.</param>
/// <param name="ReplacedBy">Id of what says it now.</param>
public sealed record LawReference(string Id, string Nynorsk, string Bokmal, string Paragraph, DateOnly ValidFrom, DateOnly? ValidTo, string Url, string? ReplacedBy = null)
{
    /// <summary>Whether it is in force on a day.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && !(ValidTo < day);

    /// <summary>Title and section as people cite them, in a language; acts have no English names of their own.</summary>
    public string TitleIn(string language) => $"{(language == "nb" ? Bokmal : Nynorsk)} {Paragraph}";
}

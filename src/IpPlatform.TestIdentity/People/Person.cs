namespace IpPlatform.TestIdentity.People;

/// <summary>A made-up person who can log in to a test installation.</summary>
/// <param name="Key">Stable key; for staff also the subject (<c>sub</c>) of their tokens.</param>
/// <param name="Kind"><c>citizen</c> or <c>staff</c>.</param>
/// <param name="Name">An obviously synthetic name.</param>
/// <param name="Label">What the person picker shows, in nynorsk.</param>
/// <param name="Municipality">Slug of the municipality, or null for the operator.</param>
/// <param name="NationalId">Synthetic national id (month + 80) of a citizen, otherwise null.</param>
public sealed record Person(string Key, string Kind, string Name, string Label, string? Municipality, string? NationalId)
{
    /// <summary>The kind of people who log in with the citizens' issuer.</summary>
    public const string Citizen = "citizen";

    /// <summary>The kind of people who log in with the staff's issuer.</summary>
    public const string Staff = "staff";
}

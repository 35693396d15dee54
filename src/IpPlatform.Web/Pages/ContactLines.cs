using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Pages;

/// <summary>A municipality's unit as lines for the foot of a page (O-114).</summary>
internal static class ContactLines
{
    /// <summary>The unit's contacts in force on a day.</summary>
    public static IReadOnlyList<ContactLine> Of(Municipality municipality, DateOnly today) =>
        [.. municipality.Contacts.Where(contact => contact.Purpose == ContactPurpose.Unit && contact.HoldsOn(today)).Select(Line)];

    /// <summary>Two and two digits, as the municipalities write them (O-124).</summary>
    public static string? Grouped(string? e164) =>
        e164 is ['+', '4', '7', .. { Length: 8 } digits] ? $"{digits[..2]} {digits[2..4]} {digits[4..6]} {digits[6..]}" : e164;

    private static ContactLine Line(ContactPoint contact)
    {
        var who = contact.Person ?? contact.Role;
        return new ContactLine(string.Join(", ", new[] { contact.Label, who }.Where(part => part is not null).Distinct()), Grouped(contact.Phone), contact.Phone);
    }
}

/// <summary>Who, and how to call.</summary>
internal sealed record ContactLine(string Who, string? Phone, string? PhoneUri);

using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Pages;

/// <summary>A municipality's unit as lines of text for the foot of a page (O-114).</summary>
internal static class ContactLines
{
    public static IReadOnlyList<string> Of(Municipality municipality, DateOnly today) =>
        [.. municipality.Contacts.Where(contact => contact.Purpose == ContactPurpose.Unit && contact.HoldsOn(today)).Select(Line)];

    private static string Line(ContactPoint contact)
    {
        var who = contact.Person ?? (contact.Role is { } role ? $"v/{role}" : null);
        return string.Join(", ", new[] { contact.Label, who, Grouped(contact.Phone), contact.Visiting?.Line }.Where(part => part is not null).Distinct());
    }

    /// <summary>Norwegian habit: two and two digits (O-124).</summary>
    private static string? Grouped(string? e164) =>
        e164 is ['+', '4', '7', .. { Length: 8 } digits] ? $"{digits[..2]} {digits[2..4]} {digits[4..6]} {digits[6..]}" : e164;
}

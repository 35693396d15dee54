using System.Globalization;
using System.Text;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Contacts;

/// <summary>Contacts as vCard 4.0 (RFC 6350), one card for each that holds on a day.</summary>
public static class VCard
{
    private const int LongestLine = 75;

    /// <summary>The cards. A notice, when there is one, is part of every card's name, which address books always show.</summary>
    public static string Of(Municipality municipality, DateOnly today, string? notice)
    {
        var text = new StringBuilder();
        foreach (var contact in municipality.Contacts.Where(contact => contact.HoldsOn(today))) Append(text, municipality, contact, today, notice);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Municipality municipality, ContactPoint contact, DateOnly today, string? notice)
    {
        Line(text, "BEGIN:VCARD");
        Line(text, "VERSION:4.0");
        Line(text, "KIND:org");
        Line(text, $"FN:{Escape(notice is null ? $"{contact.Label}, {municipality.Name}" : $"{contact.Label}, {municipality.Name} ({notice})")}");
        Line(text, $"ORG:{Escape(municipality.Name)};{Escape(municipality.Terms.UnitName)}");
        if (contact.Role is { } role) Line(text, $"ROLE:{Escape(role)}");
        if (contact.Phone is { } phone) Line(text, $"TEL;VALUE=uri;TYPE=work,voice:tel:{phone}");
        if (contact.Email is { } email) Line(text, $"EMAIL;TYPE=work:{Escape(email)}");
        if (contact.Postal is { } postal) Line(text, $"ADR;TYPE=work:;;{Escape($"{postal.Recipient}, {postal.Line}")};{Escape(postal.Place)};;{Escape(postal.Postcode)};Noreg");
        if (contact.Visiting is { } visiting) Line(text, $"ADR;TYPE=work:;;{Escape(visiting.Line)};{Escape(visiting.Place ?? "")};;{Escape(visiting.Postcode ?? "")};Noreg");
        string?[] notes = [contact.Person, contact.Topic, Hours("Ope", contact.Hours), Hours("Telefonen er open", contact.PhoneHours), .. contact.ExceptionsAfter(today).Select(Exception)];
        if (notes.Any(note => note is not null)) Line(text, $"NOTE:{Escape(string.Join("\n", notes.Where(note => note is not null)))}");
        Line(text, "END:VCARD");
    }

    private static string? Hours(string what, WeeklyHours? hours) =>
        hours is null ? null : string.Create(CultureInfo.InvariantCulture, $"{what} kvardagar {hours.Opens:HH\\.mm}–{hours.Closes:HH\\.mm}");

    private static string Exception(HoursException exception)
    {
        var days = exception.From == exception.To ? Day(exception.From) : $"{Day(exception.From)}–{Day(exception.To)}";
        return exception.Hours is { } hours ? string.Create(CultureInfo.InvariantCulture, $"{days} ope {hours.Opens:HH\\.mm}–{hours.Closes:HH\\.mm}: {exception.Reason}") : $"{days} stengt: {exception.Reason}";
    }

    private static string Day(DateOnly day) => day.ToString("d.M.yyyy", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    // A line has at most 75 octets; what is over goes on after a break and a space, never inside a letter.
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}

using System.Globalization;
using System.Text.Json;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Pages;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>One contact, an existing or a new one.</summary>
/// <param name="id">Its id.</param>
/// <param name="isNew">Whether it is to be added.</param>
public sealed class ContactForm(string id, bool isNew) : IConfigurationForm
{
    // Without JavaScript a row cannot be added while one writes: there are always some to write in.
    private const int BlankExceptions = 2;

    private static readonly ContactPoint Blank = new(ContactPurpose.Unit, "", "");

    // The rows that the exceptions of the edit were read from, for errors to be shown at.
    private readonly List<int> _rows = [];

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>Whether it is to be added.</summary>
    public bool IsNew => isNew;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? Read(Municipality municipality)
    {
        var contact = municipality.Contacts.FirstOrDefault(contact => contact.Id == id);
        return isNew ? Fields(Blank) : contact is null ? null : Fields(contact);
    }

    /// <inheritdoc/>
    public WrittenEdits Edits(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
    {
        var read = new FieldReader(seen, written);
        ConfigurationEdit? edit = isNew ? Added(read) : Changed(read);
        return new WrittenEdits(edit is null ? [] : [edit], read.Unread);
    }

    /// <inheritdoc/>
    public string FieldOf(EditError error) => error.Field.Split('/') switch
    {
        // Where the whole contact is wrong, the first thing that would put it right.
        ["contacts"] => error.Code == EditErrorCode.ContactMissing ? "validTo" : "postal-line",
        ["contacts", _] => "phone",
        ["contacts", _, "exceptions", var at, .. var rest] => $"exceptions-{RowOf(at)}-{(rest is ["hours"] ? "hours-closes" : string.Join('-', rest))}",
        ["contacts", _, "hours" or "phoneHours"] => $"{error.Field.Split('/')[2]}-closes",
        ["contacts", _, .. var rest] => string.Join('-', rest),
        _ => "label",
    };

    /// <summary>How many exceptions of the hours there are rows for.</summary>
    public static int ExceptionRows(IReadOnlyDictionary<string, string> values) => values.Keys.Count(field => field.StartsWith("exceptions-", StringComparison.Ordinal) && field.EndsWith("-from", StringComparison.Ordinal));

    private int RowOf(string index) => int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _rows.Count ? _rows[at] : 0;

    private static Dictionary<string, string> Fields(ContactPoint contact)
    {
        var fields = Plain(contact);
        var exceptions = contact.Exceptions ?? [];
        for (var row = 0; row < exceptions.Count + BlankExceptions; row++)
        {
            var exception = row < exceptions.Count ? exceptions[row] : null;
            fields[$"exceptions-{row}-from"] = FieldReader.Write(exception?.From);
            fields[$"exceptions-{row}-to"] = exception?.To == exception?.From ? "" : FieldReader.Write(exception?.To);
            fields[$"exceptions-{row}-hours-opens"] = FieldReader.Write(exception?.Hours?.Opens);
            fields[$"exceptions-{row}-hours-closes"] = FieldReader.Write(exception?.Hours?.Closes);
            fields[$"exceptions-{row}-reason"] = exception?.Reason ?? "";
        }

        return fields;
    }

    private static Dictionary<string, string> Plain(ContactPoint contact) => new(StringComparer.Ordinal)
    {
        ["purpose"] = FieldReader.Write(contact.Purpose),
        ["label"] = contact.Label,
        ["role"] = contact.Role ?? "",
        ["person"] = contact.Person ?? "",
        ["topic"] = contact.Topic ?? "",
        ["phone"] = ContactLines.Grouped(contact.Phone) ?? "",
        ["email"] = contact.Email ?? "",
        ["postal-recipient"] = contact.Postal?.Recipient ?? "",
        ["postal-line"] = contact.Postal?.Line ?? "",
        ["postal-postcode"] = contact.Postal?.Postcode ?? "",
        ["postal-place"] = contact.Postal?.Place ?? "",
        ["visiting-line"] = contact.Visiting?.Line ?? "",
        ["visiting-postcode"] = contact.Visiting?.Postcode ?? "",
        ["visiting-place"] = contact.Visiting?.Place ?? "",
        ["hours-opens"] = FieldReader.Write(contact.Hours?.Opens),
        ["hours-closes"] = FieldReader.Write(contact.Hours?.Closes),
        ["phoneHours-opens"] = FieldReader.Write(contact.PhoneHours?.Opens),
        ["phoneHours-closes"] = FieldReader.Write(contact.PhoneHours?.Closes),
        ["validFrom"] = FieldReader.Write(contact.ValidFrom),
        ["validTo"] = FieldReader.Write(contact.ValidTo),
        ["source"] = contact.Source,
        ["verifiedAt"] = FieldReader.Write(contact.VerifiedAt),
    };

    private static PostalAddress? Postal(FieldReader read) =>
        read.Given("postal-line") is null && read.Given("postal-postcode") is null && read.Given("postal-place") is null && read.Given("postal-recipient") is null
            ? null
            : new PostalAddress(read.Given("postal-recipient") ?? read.Text("label"), read.Text("postal-line"), read.Text("postal-postcode"), read.Text("postal-place"));

    private static VisitingAddress? Visiting(FieldReader read) =>
        read.Given("visiting-line") is null && read.Given("visiting-postcode") is null && read.Given("visiting-place") is null
            ? null
            : new VisitingAddress(read.Text("visiting-line"), read.Given("visiting-postcode"), read.Given("visiting-place"));

    private static WeeklyHours? Hours(FieldReader read, string which)
    {
        if (read.Given($"{which}-opens") is null && read.Given($"{which}-closes") is null) return null;
        var (opens, closes) = (read.Clock($"{which}-opens"), read.Clock($"{which}-closes"));
        return opens is { } from && closes is { } to ? new WeeklyHours(from, to) : null;
    }

    private IReadOnlyList<HoursException>? Exceptions(FieldReader read)
    {
        _rows.Clear();
        var found = new List<HoursException>();
        for (var row = 0; read.Has($"exceptions-{row}-from"); row++)
        {
            var (from, to, reason) = (read.Day($"exceptions-{row}-from"), read.Day($"exceptions-{row}-to"), read.Given($"exceptions-{row}-reason"));
            var hours = Hours(read, $"exceptions-{row}-hours");
            if (from is null && (read.Given($"exceptions-{row}-to") ?? reason ?? read.Given($"exceptions-{row}-hours-opens") ?? read.Given($"exceptions-{row}-hours-closes")) is not null) read.Missing($"exceptions-{row}-from");
            if (from is not { } day) continue;
            _rows.Add(row);
            found.Add(new HoursException(day, to ?? day, reason ?? "", hours));
        }

        return found.Count == 0 ? null : found;
    }

    private static string[] ExceptionFields(FieldReader read) => [.. read.Names.Where(name => name.StartsWith("exceptions-", StringComparison.Ordinal))];

    // People write a number as they say it; it is kept with its country code.
    private static string? Phone(FieldReader read)
    {
        if (read.Given("phone") is not { } written) return null;
        var digits = new string([.. written.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')'))]);
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = $"+{digits[2..]}";
        return digits.Length == 8 && digits.All(char.IsAsciiDigit) ? $"+47{digits}" : digits;
    }

    private AddContact? Added(FieldReader read)
    {
        var purpose = read.Choice<ContactPurpose>("purpose");
        var contact = new ContactPoint(
            purpose ?? ContactPurpose.Unit, read.Text("label"), read.Text("source"), read.Given("role"), read.Given("person"), read.Given("topic"), Phone(read), read.Given("email"),
            Postal(read), Visiting(read), Hours(read, "hours"), Hours(read, "phoneHours"), read.Day("validFrom"), read.Day("validTo"), read.Day("verifiedAt"), id, Exceptions(read));
        return new AddContact(contact);
    }

    private ChangeContact? Changed(FieldReader read)
    {
        var clear = new List<string>();
        var fields = new ContactFields(
            // These two are never emptied: that they stand empty is for the check to say.
            read.Changed("label") ? read.Text("label") : null, read.Changed("source") ? read.Text("source") : null,
            Text("role"), Text("person"), Text("topic"), One("phone", Phone, "phone"), Text("email"),
            One("postal", Postal, "postal-recipient", "postal-line", "postal-postcode", "postal-place"), One("visiting", Visiting, "visiting-line", "visiting-postcode", "visiting-place"),
            One("hours", reader => Hours(reader, "hours"), "hours-opens", "hours-closes"), One("phoneHours", reader => Hours(reader, "phoneHours"), "phoneHours-opens", "phoneHours-closes"),
            Date("validFrom"), Date("validTo"), Date("verifiedAt"), clear,
            One("exceptions", Exceptions, ExceptionFields(read)));
        // Only what is named is changed; when nothing is, there is no edit.
        return fields with { Clear = null } == new ContactFields() && clear.Count == 0 ? null : new ChangeContact(id, clear.Count == 0 ? fields with { Clear = null } : fields);

        string? Text(string name) => One(name, reader => reader.Given(name), name);

        DateOnly? Date(string name)
        {
            if (!read.Changed(name)) return null;
            var day = read.Day(name);
            if (day is null) clear.Add(name);
            return day;
        }

        T? One<T>(string name, Func<FieldReader, T?> value, params string[] of)
            where T : class
        {
            if (!read.Changed(of)) return null;
            var written = value(read);
            if (written is null) clear.Add(JsonNamingPolicy.CamelCase.ConvertName(name));
            return written;
        }
    }
}

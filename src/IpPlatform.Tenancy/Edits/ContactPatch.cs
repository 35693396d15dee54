using System.Text.Json;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Edits;

/// <summary>Applies <see cref="ContactFields"/> to a contact.</summary>
internal static class ContactPatch
{
    /// <summary>Fields that can be emptied.</summary>
    public static IReadOnlyList<string> Clearable { get; } =
        [.. new[]
        {
            nameof(ContactPoint.Role), nameof(ContactPoint.Person), nameof(ContactPoint.Topic), nameof(ContactPoint.Phone), nameof(ContactPoint.Email), nameof(ContactPoint.Postal),
            nameof(ContactPoint.Visiting), nameof(ContactPoint.Hours), nameof(ContactPoint.PhoneHours), nameof(ContactPoint.ValidFrom), nameof(ContactPoint.ValidTo), nameof(ContactPoint.VerifiedAt),
            nameof(ContactPoint.Exceptions),
        }.Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static ContactPoint Apply(ContactPoint contact, ContactFields fields)
    {
        return contact with
        {
            Label = fields.Label ?? contact.Label,
            Source = fields.Source ?? contact.Source,
            Role = Text(fields.Role, contact.Role, "role"),
            Person = Text(fields.Person, contact.Person, "person"),
            Topic = Text(fields.Topic, contact.Topic, "topic"),
            Phone = Text(fields.Phone, contact.Phone, "phone"),
            Email = Text(fields.Email, contact.Email, "email"),
            Postal = Cleared("postal") ? null : fields.Postal ?? contact.Postal,
            Visiting = Cleared("visiting") ? null : fields.Visiting ?? contact.Visiting,
            Hours = Cleared("hours") ? null : fields.Hours ?? contact.Hours,
            PhoneHours = Cleared("phoneHours") ? null : fields.PhoneHours ?? contact.PhoneHours,
            ValidFrom = Cleared("validFrom") ? null : fields.ValidFrom ?? contact.ValidFrom,
            ValidTo = Cleared("validTo") ? null : fields.ValidTo ?? contact.ValidTo,
            VerifiedAt = Cleared("verifiedAt") ? null : fields.VerifiedAt ?? contact.VerifiedAt,
            Exceptions = Cleared("exceptions") ? null : fields.Exceptions ?? contact.Exceptions,
        };

        string? Text(string? value, string? before, string name) => Cleared(name) ? null : value ?? before;

        bool Cleared(string name) => fields.Clear?.Contains(name) == true;
    }
}

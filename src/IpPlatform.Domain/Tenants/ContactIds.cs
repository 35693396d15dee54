using System.Security.Cryptography;
using System.Text;

namespace IpPlatform.Domain.Tenants;

/// <summary>
/// Gives every contact an id. A file should say its own, which survives any rewriting. Where it does not, the id follows from
/// purpose, label, source and person: a new phone or address keeps it, another order too, but a new label makes another contact.
/// </summary>
public static class ContactIds
{
    /// <summary>The same contacts, each with an id; no two alike unless the file itself says so.</summary>
    public static IReadOnlyList<ContactPoint> Assign(IReadOnlyList<ContactPoint> contacts)
    {
        var taken = contacts.Select(contact => contact.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var assigned = new List<ContactPoint>(contacts.Count);
        foreach (var contact in contacts) assigned.Add(contact.Id is null ? contact with { Id = Free(Derive(contact), taken) } : contact);
        return assigned;
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var id = wanted;
        for (var n = 2; !taken.Add(id); n++) id = $"{wanted}-{n}";
        return id;
    }

    private static string Derive(ContactPoint contact)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{contact.Purpose}\n{contact.Label}\n{contact.Source}\n{contact.Person}"));
        return $"{contact.Purpose.ToString().ToLowerInvariant()}-{Convert.ToHexStringLower(hash.AsSpan(0, 4))}";
    }
}

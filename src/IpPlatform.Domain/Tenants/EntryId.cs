using System.Security.Cryptography;
using System.Text;

namespace IpPlatform.Domain.Tenants;

/// <summary>
/// How the entries of a municipality's lists are told apart where the files give them no id: by what they say of themselves. Another
/// order keeps an entry's id, other words make another entry.
/// </summary>
public static class EntryId
{
    /// <summary>An old address is told by the address.</summary>
    public static string Of(LegacyUrl old) => Derive(old.From);

    /// <summary>A criterion is told by its service and its words.</summary>
    public static string Of(LocalCriterion criterion) => Derive($"{criterion.Service}\n{criterion.Text}");

    /// <summary>An id for a service area that has none yet, of its name.</summary>
    public static string ForServiceArea(string name) => Derive(name);

    /// <summary>An id for a life area that has none yet, of its name.</summary>
    public static string ForLifeArea(string name) => Derive(name);

    /// <summary>An id for a service of others that has none yet, of its name.</summary>
    public static string ForOtherService(string name) => Derive(name);

    private static string Derive(string words) => $"e-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 4))}";
}

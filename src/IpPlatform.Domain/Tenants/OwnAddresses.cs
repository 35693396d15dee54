using System.Collections.Frozen;

namespace IpPlatform.Domain.Tenants;

/// <summary>First path segments below a municipality's address that are the product's own. A test holds them against the router's list.</summary>
public static class OwnAddresses
{
    private static readonly FrozenSet<string> Segments = FrozenSet.ToFrozenSet(
        [
            "admin", "api", "arbeid", "barnekoordinator", "eining", "film", "individuell-plan", "kontakt.json", "kontakt.vcf", "koordinator", "logg-inn", "logg-ut", "logo", "meld", "mi-side", "ring-meg", "sok",
        ],
        StringComparer.OrdinalIgnoreCase);

    // What a program asks, or what does something, is nowhere to lead a reader.
    private static readonly FrozenSet<string> WithoutPage = FrozenSet.ToFrozenSet(["api", "logg-ut", "logo"], StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> All => Segments;

    /// <summary>Whether a path below the municipality's address, such as <c>/meld</c>, is the product's own; the address itself is.</summary>
    public static bool Owns(string path) => First(path) is not { Length: > 0 } first || Segments.Contains(first);

    /// <summary>Whether a path below the municipality's address leads to a page of the product's.</summary>
    public static bool HasPage(string path) => Owns(path) && !WithoutPage.Contains(First(path));

    private static string First(string path) => path.TrimStart('/').Split('/')[0];
}

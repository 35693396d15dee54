namespace IpPlatform.Domain.Tenants;

/// <summary>
/// Old addresses (O-132). The old site sends its readers to the municipality's address here with the path they came for, and the path
/// is answered with where it is now. Letters' case and a last slash make no difference; a query does where the old address has one.
/// </summary>
public static class OldAddress
{
    /// <summary>The most that a municipality can have.</summary>
    public const int Most = 200;

    /// <summary>The longest address, in characters.</summary>
    public const int Longest = 1000;

    // Stands for the host where an address has none.
    private static readonly Uri Here = new("https://here.invalid/");

    /// <summary>Where a request for a path and query below the municipality's address leads; null when nothing is known of it.</summary>
    /// <param name="municipality">Whose address was asked.</param>
    /// <param name="path">Below its address, not escaped, such as <c>/skjema/behov.pdf</c>.</param>
    /// <param name="query">With its question mark, or empty.</param>
    public static string? Find(Municipality municipality, string path, string query)
    {
        if (municipality.LegacyUrls is not { Count: > 0 } known) return null;
        var (whole, bare) = (Key(path, query), Key(path, ""));
        return (known.FirstOrDefault(old => KeyOf(municipality.Slug, old.From) == whole) ?? known.FirstOrDefault(old => KeyOf(municipality.Slug, old.From) == bare)) is { } found ? Target(found.To) : null;
    }

    /// <summary>The path below the municipality's address that an old address is asked for as; null when it is no address.</summary>
    /// <param name="slug">The municipality's address.</param>
    /// <param name="from">A whole address, or a path.</param>
    public static string? PathOf(string slug, string from) => Read(from) is not { } uri ? null : IsHere(uri) ? Below(slug, uri) ?? uri.AbsolutePath : uri.AbsolutePath;

    /// <summary>What an old address is known by: the path and query that it is asked for as; null when it is no address.</summary>
    public static string? KeyOf(string slug, string from) => PathOf(slug, from) is { } path ? Key(Uri.UnescapeDataString(path), Read(from)!.Query) : null;

    /// <summary>Where an address leads, as a header writes it: a whole address by https, or a path here; null when it is neither.</summary>
    public static string? Target(string to) => Read(to) is not { } uri ? null : IsHere(uri) ? $"{uri.PathAndQuery}{uri.Fragment}" : uri.AbsoluteUri;

    /// <summary>Whether a target is a page of the municipality's here, or another site's.</summary>
    public static bool LeadsSomewhere(string slug, string to) => Read(to) is { } uri && (!IsHere(uri) || (Below(slug, uri) is { } path && OwnAddresses.HasPage(path)));

    /// <summary>Whether a target is itself one of the old addresses, so that a reader would be led on, or round and round.</summary>
    public static bool LeadsOn(string slug, string to, IEnumerable<LegacyUrl> all)
    {
        if (Read(to) is not { } uri) return false;
        // The platform's own host is not known here: whatever host has the municipality's address before the path counts as it.
        var here = Below(slug, uri) is { } path ? Key(Uri.UnescapeDataString(path), uri.Query) : null;
        return all.Any(old => KeyOf(slug, old.From) is { } key && (key == here || (!IsHere(uri) && Read(old.From)!.Host == uri.Host && key == Key(Uri.UnescapeDataString(uri.AbsolutePath), uri.Query))));
    }

    // Links of before are read as what they are today: encrypted.
    private static Uri? Read(string text)
    {
        if (text.Length is 0 or > Longest || text.Any(c => char.IsControl(c) || c == '\\')) return null;
        if (text[0] == '/') return text.StartsWith("//", StringComparison.Ordinal) || !Uri.TryCreate(Here, text, out var path) ? null : path;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0 || !uri.Host.Contains('.', StringComparison.Ordinal)) return null;
        return uri.Scheme == "https" ? uri : new UriBuilder(uri) { Scheme = "https", Port = uri.IsDefaultPort ? -1 : uri.Port }.Uri;
    }

    private static bool IsHere(Uri uri) => uri.Host == Here.Host;

    private static string? Below(string slug, Uri uri)
    {
        var (own, path) = ($"/{slug}", uri.AbsolutePath);
        return !path.StartsWith(own, StringComparison.OrdinalIgnoreCase) ? null : path.Length == own.Length ? "/" : path[own.Length] == '/' ? path[own.Length..] : null;
    }

    private static string Key(string path, string query) => $"{path.TrimEnd('/')}{(query.Length > 1 ? Uri.UnescapeDataString(query) : "")}".ToUpperInvariant();
}

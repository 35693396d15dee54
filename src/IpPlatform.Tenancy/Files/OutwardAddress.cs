using System.Text.RegularExpressions;

namespace IpPlatform.Tenancy.Files;

/// <summary>Addresses that lead out of the platform and are checked every night.</summary>
internal static partial class OutwardAddress
{
    /// <summary>Whether an address is on the public internet, over https. A name, never a number: the nightly check asks what it leads to.</summary>
    public static bool Is(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.HostNameType == UriHostNameType.Dns && url.UserInfo.Length == 0 && Site().IsMatch(url.IdnHost);

    // Nothing else can stand in a content policy, where the host of a film is named.
    [GeneratedRegex("^[a-z0-9-]+(\\.[a-z0-9-]+)+\\z", RegexOptions.IgnoreCase)]
    private static partial Regex Site();
}

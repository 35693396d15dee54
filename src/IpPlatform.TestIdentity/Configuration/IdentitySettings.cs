namespace IpPlatform.TestIdentity.Configuration;

/// <summary>What the program is told from outside.</summary>
/// <param name="Url">Where to listen (<c>IpPlatform:Http:Url</c>).</param>
/// <param name="Origin">Origin of all issuers, without a trailing slash (<c>IpPlatform:Identity:Issuer</c>).</param>
/// <param name="KeysFolder">Where the signing keys are kept (<c>IpPlatform:Identity:KeysFolder</c>).</param>
/// <param name="PublicOrigin">Origin of the application that logs in (<c>IpPlatform:Identity:PublicOrigin</c>).</param>
/// <param name="CitizensKeyFile">Public key (PEM) of the client <c>ipplatform-citizens</c>.</param>
/// <param name="StaffKeyFile">Public key (PEM) of the client <c>ipplatform-staff</c>.</param>
public sealed record IdentitySettings(
    string Url, string Origin, string KeysFolder, string PublicOrigin, string CitizensKeyFile, string StaffKeyFile)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing; the message names it.</exception>
    public static IdentitySettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string Required(string key) => configuration[key] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The setting {key} is missing.");

        return new IdentitySettings(
            Required("IpPlatform:Http:Url"),
            Required("IpPlatform:Identity:Issuer").TrimEnd('/'),
            Required("IpPlatform:Identity:KeysFolder"),
            Required("IpPlatform:Identity:PublicOrigin").TrimEnd('/'),
            Required("IpPlatform:Identity:Clients:citizens:PublicKeyFile"),
            Required("IpPlatform:Identity:Clients:staff:PublicKeyFile"));
    }
}

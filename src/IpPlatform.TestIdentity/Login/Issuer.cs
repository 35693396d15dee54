using System.Security.Cryptography;
using IpPlatform.TestIdentity.Configuration;
using IpPlatform.TestIdentity.Keys;
using Microsoft.IdentityModel.Tokens;

namespace IpPlatform.TestIdentity.Login;

/// <summary>One issuer with its only client and the logins under way.</summary>
public sealed class Issuer
{
    private Issuer(IdentitySettings settings, string name, string kind, string keyFile, TimeProvider time)
    {
        Name = name;
        Kind = kind;
        Id = $"{settings.Origin}/{name}";
        ClientId = $"ipplatform-{name}";
        RedirectUri = $"{settings.PublicOrigin}/signin-oidc/{name}";
        ClientOrigin = settings.PublicOrigin;
        PostLogoutUri = $"{settings.PublicOrigin}/signout-oidc/{name}/tilbake";
        Key = SigningKey.Open(settings.KeysFolder, name);
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(keyFile));
        Client = new ClientAssertion(ClientId, Id, new RsaSecurityKey(rsa), time);
        Pushed = new OneTimeStore<LoginRequest>(time);
        Picking = new OneTimeStore<LoginRequest>(time);
        Codes = new OneTimeStore<Grant>(time);
    }

    /// <summary>First segment of the issuer's paths.</summary>
    public string Name { get; }

    /// <summary>The kind of people who log in here.</summary>
    public string Kind { get; }

    /// <summary>The issuer identifier (<c>iss</c>).</summary>
    public string Id { get; }

    /// <summary>The only client.</summary>
    public string ClientId { get; }

    /// <summary>The client's only redirect URI.</summary>
    public string RedirectUri { get; }

    /// <summary>The client's origin.</summary>
    public string ClientOrigin { get; }

    /// <summary>Where the browser may be sent after logout.</summary>
    public string PostLogoutUri { get; }

    /// <summary>Signs the issuer's id tokens.</summary>
    public SigningKey Key { get; }

    /// <summary>Checks that a request comes from the client.</summary>
    public ClientAssertion Client { get; }

    /// <summary>Pushed requests by the end of their request URI.</summary>
    public OneTimeStore<LoginRequest> Pushed { get; }

    /// <summary>Requests for which the person picker is open.</summary>
    public OneTimeStore<LoginRequest> Picking { get; }

    /// <summary>Authorization codes not yet redeemed.</summary>
    public OneTimeStore<Grant> Codes { get; }

    /// <summary>The citizens' issuer.</summary>
    public static Issuer Citizens(IdentitySettings settings, TimeProvider time) =>
        new(settings, "citizens", People.Person.Citizen, settings.CitizensKeyFile, time);

    /// <summary>The staff's issuer.</summary>
    public static Issuer Staff(IdentitySettings settings, TimeProvider time) =>
        new(settings, "staff", People.Person.Staff, settings.StaffKeyFile, time);
}

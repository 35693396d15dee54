using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IpPlatform.TestIdentity.Keys;

/// <summary>An issuer's RSA key, kept in a file so that tokens outlive a restart.</summary>
public sealed class SigningKey
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly SigningCredentials credentials;
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly object publicKeys;

    private SigningKey(RSA rsa)
    {
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        credentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
        var parts = rsa.ExportParameters(includePrivateParameters: false);
        publicKeys = new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA", use = "sig", alg = SecurityAlgorithms.RsaSha256, kid = key.KeyId,
                    n = Base64UrlEncoder.Encode(parts.Modulus), e = Base64UrlEncoder.Encode(parts.Exponent),
                },
            },
        };
    }

    /// <summary>The public half as a JSON web key set.</summary>
    public object PublicKeys => publicKeys;

    /// <summary>Opens the key <paramref name="name"/> in <paramref name="folder"/>; makes it (mode 0600) when it is not there.</summary>
    public static SigningKey Open(string folder, string name)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        var path = Path.Combine(folder, $"test-identity-{name}.pem");
        var rsa = RSA.Create();
        if (File.Exists(path))
        {
            rsa.ImportFromPem(File.ReadAllText(path));
            return new SigningKey(rsa);
        }

        rsa.KeySize = 2048;
        // Written aside first: a stop half-way must not leave a broken key behind.
        var draft = path + ".draft";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(draft, options))
            writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        File.Move(draft, path);
        return new SigningKey(rsa);
    }

    /// <summary>Whether <paramref name="token"/> was issued with this key, however long ago.</summary>
    public async Task<bool> HasSignedAsync(string token, string issuer, string audience) =>
        (await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = audience,
            IssuerSigningKey = credentials.Key,
            ValidateLifetime = false,
        })).IsValid;

    /// <summary>A signed token (RS256) with these claims, valid from <paramref name="now"/> for <paramref name="lifetime"/>.</summary>
    public string Sign(
        string issuer, string audience, IDictionary<string, object> claims, DateTimeOffset now, TimeSpan lifetime) =>
        handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            SigningCredentials = credentials,
        });
}

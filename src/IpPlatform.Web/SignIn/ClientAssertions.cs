using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IpPlatform.Web.SignIn;

/// <summary>This platform's proof to a provider: a JWT signed with its own key (private_key_jwt), good for a minute and once.</summary>
public sealed class ClientAssertions(ProviderOptions provider)
{
    /// <summary>The assertion type's registered name.</summary>
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private readonly SigningCredentials _credentials = Load(provider.KeyFile);

    /// <summary>A new assertion for the issuer.</summary>
    public string Create()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = provider.ClientId,
            Audience = provider.Authority,
            IssuedAt = now.UtcDateTime,
            Expires = now.AddSeconds(60).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = provider.ClientId, ["jti"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) },
            SigningCredentials = _credentials,
        });
    }

    private static SigningCredentials Load(string file)
    {
        // Lives as long as the process.
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(file));
        return new SigningCredentials(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256);
    }
}

using System.Security.Cryptography;
using System.Text;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Storage.Vault;

/// <summary>National ids: found by a keyed hash, kept as ciphertext, both under the tenant's own keys.</summary>
public sealed class IdentifierVault(MasterKey master, ContentCipher cipher)
{
    private const string Purpose = "national-id";

    /// <summary>The two forms that are stored.</summary>
    public (byte[] Hmac, byte[] Ciphertext) Protect(TenantId tenant, string nationalId)
    {
        var text = Encoding.ASCII.GetBytes(nationalId);
        return (HMACSHA256.HashData(master.Derive(tenant, "national-id-lookup"), text), cipher.Seal(tenant, Purpose, text));
    }

    /// <summary>The number itself.</summary>
    public string Reveal(TenantId tenant, byte[] ciphertext) => Encoding.ASCII.GetString(cipher.Open(tenant, Purpose, ciphertext));
}

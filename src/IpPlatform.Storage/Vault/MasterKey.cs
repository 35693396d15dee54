using System.Security.Cryptography;
using System.Text;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Storage.Vault;

/// <summary>The operator's key, from which each tenant's keys are derived; it never leaves the process.</summary>
public sealed class MasterKey(byte[] key)
{
    /// <summary>Reads 32 bytes in base64.</summary>
    public static MasterKey FromFile(string path)
    {
        var text = File.ReadAllText(path).Trim();
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, key, out var length)) throw new InvalidDataException($"{path}: the master key is not base64.");
        return length == 32 ? new MasterKey(key[..32]) : throw new InvalidDataException($"{path}: the master key is not 32 bytes.");
    }

    /// <summary>The platform's own key for one purpose.</summary>
    public byte[] DerivePlatform(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>A tenant's key for one purpose.</summary>
    public byte[] Derive(TenantId tenant, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, salt: Encoding.UTF8.GetBytes(tenant.Value), info: Encoding.UTF8.GetBytes(purpose));
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Storage.Vault;

/// <summary>AES-256-GCM with a tenant's key for one purpose. Layout: 12 bytes nonce, 16 bytes tag, ciphertext; the purpose is authenticated.</summary>
public sealed class ContentCipher(MasterKey master)
{
    private const int Nonce = 12;
    private const int Tag = 16;

    private readonly ConcurrentDictionary<(TenantId, string), byte[]> _keys = new();

    /// <summary>Encrypts.</summary>
    public byte[] Seal(TenantId tenant, string purpose, ReadOnlySpan<byte> content)
    {
        var sealedBytes = new byte[Nonce + Tag + content.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));
        using var aes = new AesGcm(KeyOf(tenant, purpose), Tag);
        aes.Encrypt(sealedBytes.AsSpan(0, Nonce), content, sealedBytes.AsSpan(Nonce + Tag), sealedBytes.AsSpan(Nonce, Tag), Encoding.UTF8.GetBytes(purpose));
        return sealedBytes;
    }

    /// <summary>Decrypts; throws <see cref="CryptographicException"/> when it was changed or belongs to another tenant or purpose.</summary>
    public byte[] Open(TenantId tenant, string purpose, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < Nonce + Tag) throw new CryptographicException("Too short to be sealed content.");
        var content = new byte[sealedBytes.Length - Nonce - Tag];
        using var aes = new AesGcm(KeyOf(tenant, purpose), Tag);
        aes.Decrypt(sealedBytes[..Nonce], sealedBytes[(Nonce + Tag)..], sealedBytes.Slice(Nonce, Tag), content, Encoding.UTF8.GetBytes(purpose));
        return content;
    }

    private byte[] KeyOf(TenantId tenant, string purpose) => _keys.GetOrAdd((tenant, purpose), pair => master.Derive(pair.Item1, $"content/{pair.Item2}"));
}

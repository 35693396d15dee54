using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IpPlatform.EdgeContract;

/// <summary>
/// HMAC-SHA256 over method, path with query, tenant, slug and time, so that a silo can refuse what did not pass the gateway.
/// Valid for <see cref="Lifetime"/> on either side of the silo's clock. Written <c>v1.{unix seconds}.{base64url}</c>.
/// </summary>
public sealed class EdgeSignature(ReadOnlyMemory<byte> key, TimeProvider time)
{
    /// <summary>How far the clocks of gateway and silo, and a retried request, may be apart.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    /// <summary>Reads the shared key: a file with 32 bytes in base64.</summary>
    public static EdgeSignature FromKeyFile(string path, TimeProvider time)
    {
        var text = File.ReadAllText(path).Trim();
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, key, out var length)) throw new InvalidDataException($"{path}: the edge key is not base64.");
        return length >= 32 ? new EdgeSignature(key.AsMemory(0, length), time) : throw new InvalidDataException($"{path}: the edge key is shorter than 32 bytes.");
    }

    /// <summary>Signs.</summary>
    public string Sign(string method, string pathAndQuery, string tenant, string slug)
    {
        var at = time.GetUtcNow().ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"v1.{at}.{Base64Url.EncodeToString(Mac(method, pathAndQuery, tenant, slug, at))}");
    }

    /// <summary>True when the signature is ours, for exactly this request, and fresh.</summary>
    public bool Verify(string? signature, string method, string pathAndQuery, string tenant, string slug)
    {
        if (signature?.Split('.') is not ["v1", var stamp, var mac]) return false;
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return false;
        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - at) > Lifetime.TotalSeconds) return false;
        Span<byte> given = stackalloc byte[64];
        return Base64Url.TryDecodeFromChars(mac, given, out var length)
            && CryptographicOperations.FixedTimeEquals(given[..length], Mac(method, pathAndQuery, tenant, slug, at));
    }

    private byte[] Mac(string method, string pathAndQuery, string tenant, string slug, long at) =>
        HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{method}\n{pathAndQuery}\n{tenant}\n{slug}\n{at}")));
}

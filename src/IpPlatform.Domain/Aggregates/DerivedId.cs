using System.Security.Cryptography;
using System.Text;

namespace IpPlatform.Domain.Aggregates;

/// <summary>UUIDs of version 5: the same cause always gives the same id, so that a retry cannot create twice.</summary>
public static class DerivedId
{
    /// <summary>The id that follows from a cause and a name within it.</summary>
    public static Guid From(Guid cause, string name)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        cause.TryWriteBytes(input, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 9562 defines version 5 by SHA-1; nothing here depends on its strength.
        SHA1.HashData(input[..length], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

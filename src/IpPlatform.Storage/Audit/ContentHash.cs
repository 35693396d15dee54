using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IpPlatform.Storage.Audit;

/// <summary>
/// What an audit row proves of its commit: SHA-256 over the payload hashes of the events, the stream and the last version. It is over
/// hashes and not payloads, so that it still holds when an event has been redacted.
/// </summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The hash of a whole commit.</summary>
    public static byte[] Of(string stream, long lastVersion, IEnumerable<byte[]> payloadHashes)
    {
        using var content = new ContentHash();
        foreach (var hash in payloadHashes) content.Add(hash);
        return content.End(stream, lastVersion);
    }

    /// <summary>The next event of the commit.</summary>
    public void Add(byte[] payloadHash) => _hash.AppendData(payloadHash);

    /// <summary>The commit is over; the next one may begin.</summary>
    public byte[] End(string stream, long lastVersion)
    {
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, lastVersion);
        _hash.AppendData(Encoding.UTF8.GetBytes(stream));
        _hash.AppendData(number);
        return _hash.GetHashAndReset();
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}

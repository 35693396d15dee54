using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace IpPlatform.Storage.Audit;

/// <summary>
/// What an audit row proves of its commit: SHA-256 over the payload hashes of the events, the stream and the last version. It is over
/// hashes and not payloads, so that it still holds when an event has been redacted.
/// </summary>
internal sealed class ContentHash
{
    private readonly ArrayBufferWriter<byte> _content = new();

    /// <summary>The hash of a whole commit.</summary>
    public static byte[] Of(string stream, long lastVersion, IEnumerable<byte[]> payloadHashes)
    {
        var content = new ContentHash();
        foreach (var hash in payloadHashes) content.Add(hash);
        return content.End(stream, lastVersion);
    }

    /// <summary>The next event of the commit.</summary>
    public void Add(byte[] payloadHash) => _content.Write(payloadHash);

    /// <summary>The commit is over; the next one may begin.</summary>
    public byte[] End(string stream, long lastVersion)
    {
        Encoding.UTF8.GetBytes(stream, _content);
        _content.WriteNumber(lastVersion);
        var hash = SHA256.HashData(_content.WrittenSpan);
        _content.ResetWrittenCount();
        return hash;
    }
}

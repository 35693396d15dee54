using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IpPlatform.Storage.Audit;

/// <summary>The chain's link: SHA-256 over the hash before and every column of the row, each with its length, so that no two rows read alike.</summary>
internal static class AuditHash
{
    /// <summary>What the first row follows.</summary>
    public static readonly byte[] Genesis = new byte[32];

    /// <summary>The selection that <see cref="Of"/> reads its columns from.</summary>
    public const string Columns = "id::text, actor, role, action, coalesce(person_id::text, ''), target, ground, session_id, (extract(epoch from at) * 1000000)::bigint::text, "
        + "coalesce(stream, ''), coalesce(command_id::text, ''), coalesce(encode(content_hash, 'hex'), '')";

    /// <summary>How many columns those are.</summary>
    public const int ColumnCount = 12;

    public static byte[] Of(ReadOnlySpan<byte> previous, long seq, IReadOnlyList<string> columns)
    {
        // Written out first and hashed in one call: a call costs more than the few bytes that it hashes.
        var link = new ArrayBufferWriter<byte>(512);
        link.Write(previous);
        link.WriteNumber(seq);
        foreach (var column in columns)
        {
            link.WriteNumber(Encoding.UTF8.GetByteCount(column));
            Encoding.UTF8.GetBytes(column, link);
        }

        return SHA256.HashData(link.WrittenSpan);
    }

    /// <summary>Eight bytes, the highest first.</summary>
    public static void WriteNumber(this IBufferWriter<byte> link, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(link.GetSpan(sizeof(long)), number);
        link.Advance(sizeof(long));
    }
}

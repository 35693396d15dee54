using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace IpPlatform.Storage.Blobs;

/// <summary>The types of file that are taken, told by content and never by name.</summary>
/// <param name="MediaType">For a header.</param>
/// <param name="Extension">Its usual one, with the dot.</param>
public sealed record BlobType(string MediaType, string Extension)
{
    private static readonly BlobType Pdf = new("application/pdf", ".pdf");
    private static readonly BlobType Png = new("image/png", ".png");
    private static readonly BlobType Jpeg = new("image/jpeg", ".jpg");
    private static readonly BlobType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly BlobType Odt = new("application/vnd.oasis.opendocument.text", ".odt");
    private static readonly BlobType Text = new("text/plain; charset=utf-8", ".txt");

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // Control characters that text has no use for.
    private static readonly SearchValues<byte> Binary = SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b is not (9 or 10 or 12 or 13)).Select(b => (byte)b), 127]);

    /// <summary>The extensions of names that say what is taken, for a browser's list of files.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".pdf", ".png", ".jpg", ".jpeg", ".docx", ".odt", ".txt"];

    /// <summary>Whether a name says nothing else. A name without an extension says nothing.</summary>
    public bool Fits(string name)
    {
        var extension = Path.GetExtension(name.Trim()).ToLowerInvariant();
        return extension.Length == 0 || extension == Extension || (this == Jpeg && extension == ".jpeg");
    }

    /// <summary>The type of a content; null when it is none of them.</summary>
    public static BlobType? Of(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith("%PDF-"u8)) return Pdf;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpeg;
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return OfZip(content);
        return IsText(content) ? Text : null;
    }

    // Only the directory and one short entry are read; nothing large is unpacked.
    private static BlobType? OfZip(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false));
            if (archive.GetEntry("[Content_Types].xml") is not null && archive.GetEntry("word/document.xml") is not null) return Docx;
            if (archive.GetEntry("mimetype") is not { Length: < 100 } type) return null;
            using var reader = new StreamReader(type.Open(), Encoding.ASCII);
            var buffer = new char[100];
            return new string(buffer, 0, reader.ReadBlock(buffer)) == Odt.MediaType ? Odt : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsText(byte[] content)
    {
        if (content.AsSpan().ContainsAny(Binary)) return false;
        try
        {
            Strict.GetCharCount(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IpPlatform.Tenancy.Edits;
using SkiaSharp;

namespace IpPlatform.Tenancy.Logos;

/// <summary>
/// Makes a logo of a file that somebody sent. What it is is told by its content; it is decoded and written anew, so that nothing of the
/// file itself, neither what it says about its maker nor what hides behind the picture, is ever served. Its size is read and judged
/// before a pixel is.
/// </summary>
public static class LogoImage
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The most pixels to a side of what is sent.</summary>
    public const int MaxSide = 4000;

    /// <summary>What it is made to fit into.</summary>
    public const int Width = 512, Height = 256;

    private const int NoEnd = -1;

    // The largest picture takes 64 MB while it is read: one at a time.
    private static readonly Lock One = new();

    /// <summary>The logo, or what is wrong with the file.</summary>
    public static LogoReading Read(byte[] content)
    {
        if (content.Length > MaxBytes) return Wrong(EditErrorCode.LogoTooLarge);
        if (EndOf(content) is not { } end) return Wrong(IsDrawing(content) ? EditErrorCode.LogoDrawing : EditErrorCode.LogoType);
        if (end == NoEnd) return Wrong(EditErrorCode.LogoBroken);
        if (end < content.Length) return Wrong(EditErrorCode.LogoMore);
        lock (One) return Decode(content);
    }

    /// <summary>The same for a file of a municipality's folder. One that an export wrote is known by the hash that it wrote too, and stays as it is, whatever a newer library would make of it.</summary>
    public static LogoReading ReadExported(byte[] content, string? hash)
    {
        var reading = Read(content);
        return reading.Picture is not null && hash == HashOf(content) && IsOwn(content) ? new LogoReading(new LogoPicture(content, hash)) : reading;
    }

    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegMark => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    private static LogoReading Decode(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp)) return Wrong(EditErrorCode.LogoBroken);
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > MaxSide || height > MaxSide) return Wrong(EditErrorCode.LogoTooWide);
        using var whole = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) != SKCodecResult.Success) return Wrong(EditErrorCode.LogoBroken);
        var turn = TurnOf(codec.EncodedOrigin);
        using var small = Fit(whole, turn.OnItsSide);
        using var upright = Turn(small, turn);
        // Without the colour space, whose name would be written into the file.
        using var plain = new SKPixmap(upright.Info.WithColorSpace(null), upright.GetPixels(), upright.RowBytes);
        using var png = plain.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 9));
        if (png?.ToArray() is not { } bytes) return Wrong(EditErrorCode.LogoBroken);
        return new LogoReading(new LogoPicture(bytes, HashOf(bytes)));
    }

    // Before it is turned: one on its side is as wide as it will be high.
    private static SKBitmap Fit(SKBitmap whole, bool onItsSide)
    {
        var (width, height) = onItsSide ? (Height, Width) : (Width, Height);
        var scale = Math.Min((double)width / whole.Width, (double)height / whole.Height);
        return scale >= 1
            ? whole.Copy()
            : whole.Resize(whole.Info.WithSize(Math.Max(1, (int)(whole.Width * scale)), Math.Max(1, (int)(whole.Height * scale))), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }

    // How it was held is said beside the picture, in what is not kept.
    private static SKBitmap Turn(SKBitmap picture, (bool OnItsSide, bool Across, bool Down) turn)
    {
        var (width, height) = turn.OnItsSide ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var turned = new SKBitmap(picture.Info.WithSize(width, height));
        using var canvas = new SKCanvas(turned);
        canvas.Clear(SKColors.Transparent);
        canvas.Translate(turn.Across ? width : 0, turn.Down ? height : 0);
        canvas.Scale(turn.Across ? -1 : 1, turn.Down ? -1 : 1);
        if (turn.OnItsSide) canvas.Concat(new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1));
        canvas.DrawBitmap(picture, 0, 0, SKSamplingOptions.Default);
        return turned;
    }

    // Sides changed for one another first, then mirrored.
    private static (bool OnItsSide, bool Across, bool Down) TurnOf(SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.TopRight => (false, true, false),
        SKEncodedOrigin.BottomRight => (false, true, true),
        SKEncodedOrigin.BottomLeft => (false, false, true),
        SKEncodedOrigin.LeftTop => (true, false, false),
        SKEncodedOrigin.RightTop => (true, true, false),
        SKEncodedOrigin.RightBottom => (true, true, true),
        SKEncodedOrigin.LeftBottom => (true, false, true),
        _ => (false, false, false),
    };

    // A PNG no larger than those that are written.
    private static bool IsOwn(ReadOnlySpan<byte> content) =>
        content.StartsWith(PngMark) && BinaryPrimitives.ReadUInt32BigEndian(content[16..]) <= Width && BinaryPrimitives.ReadUInt32BigEndian(content[20..]) <= Height;

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static LogoReading Wrong(string code) => new(null, code);

    // Where the picture ends by its own account; null for what is no picture, and a mark for one that has no end.
    private static int? EndOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(PngMark)) return EndOfPng(content);
        if (content.StartsWith(JpegMark)) return EndOfJpeg(content);
        if (content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8))
        {
            var end = BinaryPrimitives.ReadUInt32LittleEndian(content[4..]) + 8L;
            return end > content.Length ? NoEnd : (int)end;
        }

        return null;
    }

    private static int EndOfPng(ReadOnlySpan<byte> content)
    {
        for (var at = 8L; at + 12 <= content.Length;)
        {
            var chunk = content[(int)at..];
            at += BinaryPrimitives.ReadUInt32BigEndian(chunk) + 12L;
            if (chunk[4..].StartsWith("IEND"u8)) return at > content.Length ? NoEnd : (int)at;
        }

        return NoEnd;
    }

    // The last mark of an end: what comes after it is no picture. One without any was cut off.
    private static int EndOfJpeg(ReadOnlySpan<byte> content) => content.LastIndexOf(JpegEnd) is >= 0 and var end ? end + 2 : NoEnd;

    private static bool IsDrawing(ReadOnlySpan<byte> content) => Encoding.UTF8.GetString(content[..Math.Min(content.Length, 4096)]).Contains("<svg", StringComparison.OrdinalIgnoreCase);
}

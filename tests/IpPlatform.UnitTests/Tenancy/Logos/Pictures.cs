using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace IpPlatform.UnitTests.Tenancy.Logos;

/// <summary>Pictures as somebody might send them.</summary>
internal static class Pictures
{
    /// <summary>Red to the left and blue to the right.</summary>
    public static byte[] Of(SKEncodedImageFormat format, int width = 60, int height = 40)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width / 2f, height, red);
        }

        return Encoded(bitmap, format);
    }

    /// <summary>A PNG of pixels of which each may be seen through.</summary>
    public static byte[] Of(int width, int height, SKColor[] pixels)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul)) { Pixels = pixels };
        return Encoded(bitmap, SKEncodedImageFormat.Png);
    }

    /// <summary>The chunks of a PNG, in order.</summary>
    public static List<(string Type, int At, int Length)> Chunks(byte[] png)
    {
        var found = new List<(string, int, int)>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            found.Add((Encoding.ASCII.GetString(png, at + 4, 4), at, length));
            at += length + 12;
        }

        return found;
    }

    /// <summary>A chunk of a PNG.</summary>
    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        var crc = uint.MaxValue;
        foreach (var value in typed)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        var chunk = new byte[typed.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        typed.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(typed.Length + 4), ~crc);
        return chunk;
    }

    /// <summary>The same PNG, but its header says another size.</summary>
    public static byte[] Saying(byte[] png, int width, int height)
    {
        var header = png[16..29];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return [.. png[..8], .. Chunk("IHDR", header), .. png[33..]];
    }

    /// <summary>The same JPEG as a camera writes it: with who took it, and how it was held.</summary>
    public static byte[] FromCamera(byte[] jpeg, string artist, byte orientation)
    {
        var name = Encoding.ASCII.GetBytes(artist + "\0");
        // Little-endian TIFF: two entries, the artist's name behind them.
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
            0x3B, 0x01, 2, 0, (byte)name.Length, 0, 0, 0, 38, 0, 0, 0,
            0, 0, 0, 0, .. name,
        ];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    private static byte[] Encoded(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}

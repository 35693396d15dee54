using SkiaSharp;

namespace IpPlatform.SystemTests.Municipalities;

/// <summary>Logos of municipalities that there are not.</summary>
internal static class Logos
{
    /// <summary>A field of one colour with a light bar across.</summary>
    public static byte[] Of(SKColor colour, SKEncodedImageFormat format = SKEncodedImageFormat.Png, int width = 120, int height = 80)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(colour);
            using var bar = new SKPaint { Color = SKColors.White };
            canvas.DrawRect(0, height / 3f, width, height / 3f, bar);
        }

        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}

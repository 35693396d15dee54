using System.Text;
using CsCheck;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Logos;
using SkiaSharp;

namespace IpPlatform.UnitTests.Tenancy.Logos;

public sealed class LogoImageTests
{
    private static readonly SKEncodedImageFormat[] Kinds = [SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp];

    public static TheoryData<SKEncodedImageFormat> AllKinds { get; } = [.. Kinds];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Each_kind_becomes_a_PNG_of_the_picture_and_nothing_else(SKEncodedImageFormat kind)
    {
        var picture = Taken(Pictures.Of(kind));
        // How many bits a colour has is all that is said of it.
        Assert.Equal(["IHDR", "sBIT", "IDAT", "IEND"], Pictures.Chunks(picture.Png).Select(chunk => chunk.Type).Distinct());
        using var seen = SKBitmap.Decode(picture.Png);
        Assert.Equal((60, 40), (seen.Width, seen.Height));
        AssertColour(SKColors.Red, seen.GetPixel(5, 20));
        AssertColour(SKColors.Blue, seen.GetPixel(55, 20));
    }

    [Theory]
    [InlineData(2000, 500, 512, 128)]
    [InlineData(100, 1000, 25, 256)]
    [InlineData(4000, 1, 512, 1)]
    [InlineData(1, 4000, 1, 256)]
    [InlineData(512, 256, 512, 256)]
    [InlineData(1, 1, 1, 1)]
    public void A_large_picture_is_made_to_fit_and_a_small_one_stays(int width, int height, int fitsWidth, int fitsHeight)
    {
        using var seen = SKBitmap.Decode(Taken(Pictures.Of(SKEncodedImageFormat.Png, width, height)).Png);
        Assert.Equal((fitsWidth, fitsHeight), (seen.Width, seen.Height));
    }

    [Fact]
    public void What_a_file_says_beside_its_picture_is_gone()
    {
        var png = Pictures.Of(SKEncodedImageFormat.Png);
        byte[] talking = [.. png[..33], .. Pictures.Chunk("tEXt", Encoding.ASCII.GetBytes("Author\0Kari Nordmann")), .. png[33..]];
        var camera = Pictures.FromCamera(Pictures.Of(SKEncodedImageFormat.Jpeg), "Kari Nordmann", 1);
        Assert.All((byte[][])[talking, camera], sent =>
        {
            Assert.Contains("Kari", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
            Assert.DoesNotContain("Kari", Encoding.Latin1.GetString(Taken(sent).Png), StringComparison.Ordinal);
        });
        Assert.Equal(Taken(png).Hash, Taken(talking).Hash);
    }

    [Theory]
    [InlineData(1, 5, 20, 55, 20)]
    [InlineData(2, 55, 20, 5, 20)]
    [InlineData(3, 55, 20, 5, 20)]
    [InlineData(4, 5, 20, 55, 20)]
    [InlineData(5, 20, 5, 20, 55)]
    [InlineData(6, 20, 5, 20, 55)]
    [InlineData(7, 20, 55, 20, 5)]
    [InlineData(8, 20, 55, 20, 5)]
    public void A_photograph_is_shown_as_it_was_held(byte orientation, int redX, int redY, int blueX, int blueY)
    {
        using var seen = SKBitmap.Decode(Taken(Pictures.FromCamera(Pictures.Of(SKEncodedImageFormat.Jpeg), "Kari", orientation)).Png);
        Assert.Equal(orientation < 5 ? (60, 40) : (40, 60), (seen.Width, seen.Height));
        AssertColour(SKColors.Red, seen.GetPixel(redX, redY));
        AssertColour(SKColors.Blue, seen.GetPixel(blueX, blueY));
    }

    [Fact]
    public void More_bytes_than_there_can_be_are_not_looked_at() => Assert.Equal(EditErrorCode.LogoTooLarge, LogoImage.Read([.. Pictures.Of(SKEncodedImageFormat.Png), .. new byte[LogoImage.MaxBytes]]).Code);

    [Theory]
    [InlineData(4001, 1)]
    [InlineData(1, 4001)]
    [InlineData(60000, 60000)]
    public void A_picture_that_says_it_is_too_wide_is_refused_before_a_pixel_is_read(int width, int height)
    {
        // It has not the pixels that it says: read, it would be broken.
        var png = Pictures.Saying(Pictures.Of(SKEncodedImageFormat.Png), width, height);
        Assert.Equal(EditErrorCode.LogoTooWide, LogoImage.Read(png).Code);
        var jpeg = Pictures.Of(SKEncodedImageFormat.Jpeg);
        var size = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 5;
        (jpeg[size], jpeg[size + 1], jpeg[size + 2], jpeg[size + 3]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
        Assert.Equal(EditErrorCode.LogoTooWide, LogoImage.Read(jpeg).Code);
        Assert.Equal(EditErrorCode.LogoBroken, LogoImage.Read(Pictures.Saying(Pictures.Of(SKEncodedImageFormat.Png), 4000, 4000)).Code);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void One_that_was_cut_off_is_broken_wherever_it_was_cut(SKEncodedImageFormat kind)
    {
        var whole = Pictures.Of(kind);
        Assert.All(Enumerable.Range(12, whole.Length - 12), length => Assert.Equal(EditErrorCode.LogoBroken, LogoImage.Read(whole[..length]).Code));
    }

    [Fact]
    public void One_whose_pixels_end_before_it_does_is_broken()
    {
        var png = Pictures.Of(SKEncodedImageFormat.Png, 200, 200);
        var data = Pictures.Chunks(png).First(chunk => chunk.Type == "IDAT");
        byte[] half = [.. png[..data.At], .. Pictures.Chunk("IDAT", png[(data.At + 8)..(data.At + 8 + (data.Length / 2))]), .. Pictures.Chunk("IEND", [])];
        Assert.Equal(EditErrorCode.LogoBroken, LogoImage.Read(half).Code);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void What_is_a_picture_and_something_else_too_is_refused(SKEncodedImageFormat kind)
    {
        Assert.Equal(EditErrorCode.LogoMore, LogoImage.Read([.. Pictures.Of(kind), .. "PK\u0003\u0004"u8]).Code);
        Assert.Equal(EditErrorCode.LogoMore, LogoImage.Read([.. Pictures.Of(kind), .. "<script>alert(1)</script>"u8]).Code);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", EditErrorCode.LogoDrawing)]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- Laga i eit teikneprogram -->\n<SVG/>", EditErrorCode.LogoDrawing)]
    [InlineData("GIF89a\u0001\u0000\u0001\u0000", EditErrorCode.LogoType)]
    [InlineData("BM picture", EditErrorCode.LogoType)]
    [InlineData("%PDF-1.7", EditErrorCode.LogoType)]
    [InlineData("Dette er ikkje eit bilete.", EditErrorCode.LogoType)]
    [InlineData("", EditErrorCode.LogoType)]
    public void What_is_no_picture_is_told_for_what_it_is(string content, string code) => Assert.Equal(code, LogoImage.Read(Encoding.UTF8.GetBytes(content)).Code);

    [Fact]
    public void The_same_picture_has_the_same_hash_also_when_it_is_read_again() =>
        (from width in Gen.Int[1, 40] from height in Gen.Int[1, 40] from pixels in Gen.UInt.Array[width * height] select Pictures.Of(width, height, [.. pixels.Select(pixel => (SKColor)pixel)])).Sample(sent =>
        {
            var first = Taken(sent);
            Assert.Equal(first.Hash, Taken(sent).Hash);
            Assert.Equal(first.Png, Taken(first.Png).Png);
        }, iter: 200);

    [Fact]
    public void What_an_export_wrote_stays_as_it_is_and_nothing_else_does()
    {
        // Another program's PNG: what we would write of it has other bytes.
        var png = Pictures.Of(SKEncodedImageFormat.Png);
        byte[] others = [.. png[..33], .. Pictures.Chunk("tIME", [7, 234, 1, 1, 0, 0, 0]), .. png[33..]];
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(others));
        Assert.Equal(others, LogoImage.ReadExported(others, hash).Picture!.Png);
        Assert.Equal(Taken(others).Hash, LogoImage.ReadExported(others, null).Picture!.Hash);
        Assert.Equal(Taken(others).Hash, LogoImage.ReadExported(others, Taken(png).Hash).Picture!.Hash);
        foreach (var never in (byte[][])[Pictures.Of(SKEncodedImageFormat.Jpeg), Pictures.Of(SKEncodedImageFormat.Png, 513, 10), Pictures.Of(SKEncodedImageFormat.Png, 10, 257)])
        {
            Assert.Equal(Taken(never).Hash, LogoImage.ReadExported(never, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(never))).Picture!.Hash);
        }
    }

    [Fact]
    public void Whatever_is_sent_is_answered()
    {
        byte[][] heads = [[], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF], [.. "RIFF\u0010\0\0\0WEBP"u8]];
        (from head in Gen.Int[0, heads.Length - 1].Select(i => heads[i]) from rest in Gen.Byte.Array[0, 200] select (byte[])[.. head, .. rest]).Sample(Answers, iter: 5000);
    }

    [Fact]
    public void Whatever_has_happened_to_a_picture_on_its_way_it_is_answered()
    {
        var whole = Kinds.Select(kind => Pictures.Of(kind, 20, 20)).ToArray();
        (from picture in Gen.Int[0, whole.Length - 1].Select(i => whole[i]) from at in Gen.Int[0, picture.Length - 1] from value in Gen.Byte select (byte[])[.. picture[..at], value, .. picture[(at + 1)..]]).Sample(Answers, iter: 3000);
    }

    private static void Answers(byte[] content)
    {
        var reading = LogoImage.Read(content);
        Assert.True(reading.Picture is null != reading.Code is null);
    }

    private static LogoPicture Taken(byte[] content)
    {
        var reading = LogoImage.Read(content);
        Assert.Null(reading.Code);
        return reading.Picture!;
    }

    // JPEG and WebP come near.
    private static void AssertColour(SKColor expected, SKColor seen) =>
        Assert.True(Math.Abs(expected.Red - seen.Red) + Math.Abs(expected.Green - seen.Green) + Math.Abs(expected.Blue - seen.Blue) < 24, $"{seen} is not {expected}");
}

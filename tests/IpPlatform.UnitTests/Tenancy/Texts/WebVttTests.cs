using CsCheck;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.UnitTests.Tenancy.Texts;

public sealed class WebVttTests
{
    [Theory]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000\nHei.")]
    [InlineData("\ufeffWEBVTT - Film\r\n\r\nNOTE Skriven av kommunen\r\n\r\n1\r\n00:00:01.000 --> 01:00:04.500 align:start\r\n<v Kari>Hei & velkomen.</v>\r\n- Takk.\r\n")]
    public void Captions_that_browsers_read_are_taken(string text) => Assert.Empty(WebVtt.Check(text));

    [Theory]
    [InlineData("", 1, EditErrorCode.VttHeader)]
    [InlineData("WEBVTTX\n\n00:01.000 --> 00:04.000\nHei.", 1, EditErrorCode.VttHeader)]
    [InlineData("1\n00:00:01,000 --> 00:00:04,000\nHei.", 1, EditErrorCode.VttHeader)]
    [InlineData("WEBVTT", 1, EditErrorCode.VttEmpty)]
    [InlineData("WEBVTT\n\n00:01,000 --> 00:04,000\nHei.", 3, EditErrorCode.VttTime)]
    [InlineData("WEBVTT\n\n00:04.000 --> 00:01.000\nHei.", 3, EditErrorCode.VttTime)]
    [InlineData("WEBVTT\n\n00:01.000-->00:04.000\nHei.", 3, EditErrorCode.VttTime)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000\n\n00:05.000 --> 00:06.000\nHei.", 3, EditErrorCode.VttEmpty)]
    [InlineData("WEBVTT\n\nSTYLE\n::cue { color: white }\n\n00:01.000 --> 00:04.000\nHei.", 3, EditErrorCode.VttStyle)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000\nHei\u0000.", 4, EditErrorCode.TextControl)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:04.000\nHei \ufffd.", 4, EditErrorCode.TextControl)]
    public void What_a_browser_would_pass_over_is_told_with_its_line(string text, int line, string code)
    {
        var fault = Assert.Single(WebVtt.Check(text));
        Assert.Equal((line, code), (fault.Line, fault.Code));
    }

    [Fact]
    public void Captions_longer_than_a_film_are_refused_at_once() =>
        Assert.Equal(EditErrorCode.TextTooLong, Assert.Single(WebVtt.Check("WEBVTT\n" + new string('x', WebVtt.MaxBytes))).Code);

    [Fact]
    public void Whatever_is_sent_is_answered() => Gen.String.Sample(text => Assert.All(WebVtt.Check(text), fault => Assert.InRange(fault.Line, 1, text.Length + 1)));
}

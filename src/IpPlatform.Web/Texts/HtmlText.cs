using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace IpPlatform.Web.Texts;

/// <summary>Encodes text for HTML with Norwegian and Sámi letters as they are, not as entities.</summary>
internal static class HtmlText
{
    public static HtmlEncoder Encoder { get; } =
        HtmlEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.LatinExtendedA, UnicodeRanges.GeneralPunctuation);
}

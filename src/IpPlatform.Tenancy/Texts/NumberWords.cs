using System.Globalization;

namespace IpPlatform.Tenancy.Texts;

/// <summary>Small numbers in words, as plain language wants them.</summary>
internal static class NumberWords
{
    private static readonly string[] Nynorsk = ["null", "ei", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];

    private static readonly string[] Bokmal = ["null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];

    private static readonly string[] English = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Say(int number, string language)
    {
        var words = language switch { "nn" => Nynorsk, "nb" => Bokmal, _ => English };
        return number >= 0 && number < words.Length ? words[number] : number.ToString(CultureInfo.InvariantCulture);
    }

    public static string SayMonths(int months, string language) => (language, months) switch
    {
        ("nn", 1) => "ein månad",
        ("nn", _) => $"{Say(months, language)} månader",
        ("nb", 1) => "en måned",
        ("nb", _) => $"{Say(months, language)} måneder",
        (_, 1) => "one month",
        _ => $"{Say(months, language)} months",
    };
}

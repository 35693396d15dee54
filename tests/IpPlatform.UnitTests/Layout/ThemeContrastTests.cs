using System.Globalization;
using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Layout;

/// <summary>Whatever a municipality chooses can be read, in light and in dark (WCAG 1.4.3 and 1.4.11): counted from the style sheet itself.</summary>
public sealed partial class ThemeContrastTests
{
    private const double OfText = 4.5;
    private const double OfEdges = 3;

    private static readonly string[] Grounds = ["background-default", "background-tinted", "surface-default", "surface-tinted", "surface-hover"];
    private static readonly string[] Buttons = ["base-default", "base-hover", "base-active"];

    private static readonly string Themes = File.ReadAllText(Repository.At("src", "IpPlatform.Web", "wwwroot", "themes.css"));
    private static readonly string Product = File.ReadAllText(Repository.At("src", "IpPlatform.Web", "wwwroot", "lib", "theme.css"));

    public static TheoryData<MunicipalTheme, bool> All { get; } = [.. from theme in Enum.GetValues<MunicipalTheme>() from dark in new[] { false, true } select new TheoryDataRow<MunicipalTheme, bool>(theme, dark)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_text_stands_out_from_what_it_stands_on(MunicipalTheme theme, bool dark)
    {
        var colours = Steps(theme, dark);
        Assert.Equal(16, colours.Count);
        var neutral = Colours(Block(Product, dark ? "[data-color-scheme=\"dark\"]" : ":root, [data-color-scheme=\"light\"]"), "neutral");
        var failing = new List<string>();
        void Must(string one, string front, string other, string back, double least)
        {
            if (Contrast(front, back) < least) failing.Add(string.Create(CultureInfo.InvariantCulture, $"{one} {front} on {other} {back}: {Contrast(front, back):0.00}"));
        }

        foreach (var text in (string[])["text-subtle", "text-default"])
        {
            foreach (var ground in Grounds) Must(text, colours[text], ground, colours[ground], OfText);
            // A card is neutral; what one can press in it has the theme's colour.
            foreach (var ground in (string[])["background-default", "surface-default", "surface-tinted"]) Must(text, colours[text], $"neutral {ground}", neutral[ground], OfText);
        }

        foreach (var button in Buttons)
        {
            Must("base-contrast-default", colours["base-contrast-default"], button, colours[button], OfText);
            Must(button, colours[button], "neutral background-default", neutral["background-default"], OfEdges);
        }

        Must("border-default", colours["border-default"], "neutral background-default", neutral["background-default"], OfEdges);
        Assert.Empty(failing);
    }

    [Fact]
    public void No_two_themes_look_the_same_and_dark_is_the_same_whoever_chose_it()
    {
        Assert.Equal(5, Enum.GetValues<MunicipalTheme>().Select(theme => Steps(theme, dark: false)["base-default"]).Distinct().Count());
        foreach (var theme in Enum.GetValues<MunicipalTheme>())
        {
            var name = Name(theme);
            Assert.Equal(Steps(theme, dark: true), Colours(Block(Themes, $"[data-color-scheme=\"auto\"][data-theme=\"{name}\"], [data-color-scheme=\"auto\"] [data-theme=\"{name}\"]"), "accent"));
        }
    }

    private static Dictionary<string, string> Steps(MunicipalTheme theme, bool dark)
    {
        var name = Name(theme);
        return Colours(Block(Themes, dark ? $"[data-color-scheme=\"dark\"][data-theme=\"{name}\"], [data-color-scheme=\"dark\"] [data-theme=\"{name}\"]" : $"\n[data-theme=\"{name}\"]"), "accent");
    }

    private static string Name(MunicipalTheme theme) => Web.Configuration.Forms.FieldReader.Write(theme);

    private static string Block(string css, string selector)
    {
        var start = css.IndexOf($"{selector} {{", StringComparison.Ordinal);
        Assert.True(start >= 0, selector);
        return css[start..css.IndexOf('}', start)];
    }

    private static Dictionary<string, string> Colours(string block, string of) =>
        Colour().Matches(block).Where(match => match.Groups[1].Value == of).ToDictionary(match => match.Groups[2].Value, match => match.Groups[3].Value);

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));

        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }

    [GeneratedRegex("--ds-color-([a-z0-9]+)-([a-z-]+): (#[0-9a-fA-F]{6});")]
    private static partial Regex Colour();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Texts;

/// <summary>Captions as browsers read them (WebVTT): what a browser would pass over in silence is told while it can be mended.</summary>
public static partial class WebVtt
{
    /// <summary>The longest captions, in bytes of UTF-8: two hours of speech.</summary>
    public const int MaxBytes = 60_000;

    private const string Arrow = "-->";

    /// <summary>All faults, in the order of their lines.</summary>
    public static IReadOnlyList<TextFault> Check(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes) return [new TextFault(1, 1, EditErrorCode.TextTooLong, MaxBytes.ToString(CultureInfo.InvariantCulture), $"The captions are longer than {MaxBytes} bytes.")];
        var lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        if (!Header().IsMatch(lines[0])) return [new TextFault(1, 1, EditErrorCode.VttHeader, null, "Captions begin with a line that says WEBVTT.")];
        var faults = new List<TextFault>();
        var cues = 0;
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i];
            // What a file had that was no UTF-8 was read as this.
            if (line.Any(c => (char.IsControl(c) && c != '\t') || c == '\ufffd')) faults.Add(Fault(i, EditErrorCode.TextControl, "A control character stands here."));
            // A style of its own could hide the words, or make them unreadable.
            else if (Style().IsMatch(line)) faults.Add(Fault(i, EditErrorCode.VttStyle, "Captions have no style of their own."));
            if (!line.Contains(Arrow, StringComparison.Ordinal)) continue;
            cues++;
            if (!IsTiming(line)) faults.Add(Fault(i, EditErrorCode.VttTime, "Times are written 00:01.000 --> 00:04.000, the later one last."));
            else if (i + 1 == lines.Length || string.IsNullOrWhiteSpace(lines[i + 1])) faults.Add(Fault(i, EditErrorCode.VttEmpty, "Nothing is said here."));
        }

        if (cues == 0) faults.Add(Fault(0, EditErrorCode.VttEmpty, "Nothing is said in these captions."));
        return faults;
    }

    private static TextFault Fault(int index, string code, string message) => new(index + 1, 1, code, null, message);

    private static bool IsTiming(string line) => Timing().Match(line) is { Success: true } timing && At(timing, 1) < At(timing, 4);

    private static decimal At(Match timing, int group)
    {
        decimal Number(int of) => timing.Groups[of].Value is { Length: > 0 } digits ? decimal.Parse(digits, CultureInfo.InvariantCulture) : 0;
        return (((Number(group) * 60) + Number(group + 1)) * 60) + Number(group + 2);
    }

    [GeneratedRegex("^WEBVTT([ \t].*)?\\z")]
    private static partial Regex Header();

    [GeneratedRegex("^STYLE[ \t]*\\z")]
    private static partial Regex Style();

    [GeneratedRegex("^[ \t]*(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9]\\.[0-9]{3})[ \t]+-->[ \t]+(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9]\\.[0-9]{3})(?:[ \t].*)?\\z")]
    private static partial Regex Timing();
}

using System.Globalization;
using System.Text;

namespace IpPlatform.Storage.Blobs;

/// <summary>Makes what somebody calls a file into a name that is safe in a header, on a disk and to read.</summary>
internal static class FileName
{
    private const int MaxRunes = 80;

    /// <summary>The last part of a path, without anything that steers or misleads, with the type's own extension.</summary>
    public static string Of(string given, BlobType type)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = last.LastIndexOf('.');
        var stem = new StringBuilder();
        var runes = 0;
        foreach (var rune in (dot > 0 ? last[..dot] : last).EnumerateRunes())
        {
            // Format characters can turn the reading direction, so that a name reads as another.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) continue;
            if (runes++ == MaxRunes) break;
            stem.Append("<>:\"|?*;%".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        var name = stem.ToString().Normalize().Trim(' ', '.');
        return (name.Length == 0 ? "file" : name) + type.Extension;
    }
}

using System.Globalization;

namespace IpPlatform.Web.Forms;

/// <summary>What a key stands for, and which fields a draft under it may hold.</summary>
/// <param name="Key">Names the form, or a page and a form on it.</param>
/// <param name="Holds">Whether a field has a place in the draft.</param>
/// <param name="Version">Of a municipality's form: which version is being filled in.</param>
internal sealed record DraftKind(string Key, Func<string, bool> Holds, int? Version = null)
{
    private const string VersionField = "_version";

    /// <summary>The values that belong here.</summary>
    public Dictionary<string, IReadOnlyList<string>> Kept(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.Where(value => Holds(value.Key)).ToDictionary(value => value.Key, IReadOnlyList<string> (value) => [.. value.Value.Select(one => one ?? "")]);

    /// <summary>The same, with the version of the form that they answer.</summary>
    public Dictionary<string, IReadOnlyList<string>> Marked(Dictionary<string, IReadOnlyList<string>> kept)
    {
        if (Version is { } version) kept[VersionField] = [version.ToString(CultureInfo.InvariantCulture)];
        return kept;
    }

    /// <summary>The version that stored values answer; null when they do not say.</summary>
    public static int? VersionOf(IReadOnlyDictionary<string, IReadOnlyList<string>> stored) =>
        stored.GetValueOrDefault(VersionField) is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}

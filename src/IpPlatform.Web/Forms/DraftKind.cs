namespace IpPlatform.Web.Forms;

/// <summary>What a key stands for, and which fields a draft under it may hold.</summary>
/// <param name="Key">Names the form, or a page and a form on it.</param>
/// <param name="Holds">Whether a field has a place in the draft.</param>
internal sealed record DraftKind(string Key, Func<string, bool> Holds)
{
    /// <summary>The values that belong here.</summary>
    public Dictionary<string, IReadOnlyList<string>> Kept(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.Where(value => Holds(value.Key)).ToDictionary(value => value.Key, IReadOnlyList<string> (value) => [.. value.Value.Select(one => one ?? "")]);
}

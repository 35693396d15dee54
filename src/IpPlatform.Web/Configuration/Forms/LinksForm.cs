using System.Globalization;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>The links outward, a row for each (O-008).</summary>
public sealed class LinksForm : IConfigurationForm
{
    /// <summary>The value for all languages.</summary>
    public const string AllLanguages = "alle";

    // Without JavaScript a row cannot be added while one writes: there are always some to write in.
    private const int BlankRows = 2;

    // The rows that the links of the edit were read from, for errors to be shown at.
    private readonly List<int> _rows = [];

    /// <summary>How many rows there are.</summary>
    public static int Rows(IReadOnlyDictionary<string, string> values) => values.Keys.Count(field => field.EndsWith("-url", StringComparison.Ordinal));

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? Read(Municipality municipality)
    {
        var links = municipality.Links ?? [];
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var row = 0; row < links.Count + BlankRows; row++)
        {
            var link = row < links.Count ? links[row] : null;
            fields[$"links-{row}-label"] = link?.Label ?? "";
            fields[$"links-{row}-url"] = link?.Url ?? "";
            fields[$"links-{row}-language"] = link?.Language ?? AllLanguages;
            fields[$"links-{row}-fallback"] = link?.Fallback ?? "";
        }

        return fields;
    }

    /// <inheritdoc/>
    public WrittenEdits Edits(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
    {
        _rows.Clear();
        var read = new FieldReader(seen, written);
        var links = new List<MunicipalLink>();
        for (var row = 0; read.Has($"links-{row}-url"); row++)
        {
            if ((read.Given($"links-{row}-label") ?? read.Given($"links-{row}-url") ?? read.Given($"links-{row}-fallback")) is null) continue;
            var language = read.Given($"links-{row}-language");
            _rows.Add(row);
            links.Add(new MunicipalLink(read.Text($"links-{row}-label"), read.Text($"links-{row}-url"), language == AllLanguages ? null : language, read.Given($"links-{row}-fallback")));
        }

        return new WrittenEdits(read.Changed([.. seen.Keys]) ? [new ChangeLinks(links)] : [], read.Unread);
    }

    /// <inheritdoc/>
    public string FieldOf(EditError error) => error.Field.Split('/') switch
    {
        ["links", var at, var field] when int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _rows.Count => $"links-{_rows[index]}-{field}",
        _ => "links-0-url",
    };
}

using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>How the municipality's pages look, and in which languages they are offered.</summary>
public sealed class LookForm : IConfigurationForm
{
    /// <summary>The field with the colours.</summary>
    public const string Theme = "theme";

    private string _own = "nn";

    /// <summary>The field that says whether a language is offered; the municipality's own has none.</summary>
    public static string Offers(string language) => $"languages-{language}";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? Read(Municipality municipality)
    {
        _own = municipality.Language;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [Theme] = FieldReader.Write(municipality.Theme ?? MunicipalTheme.Fjord) };
        foreach (var language in Others) fields[Offers(language)] = municipality.Offers(language) ? FieldReader.Yes : FieldReader.No;
        return fields;
    }

    /// <inheritdoc/>
    public WrittenEdits Edits(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
    {
        var read = new FieldReader(seen, written);
        var look = new ChangeLook(
            read.Changed(Theme) ? read.Choice<MunicipalTheme>(Theme) : null,
            read.Changed([.. Others.Select(Offers)]) ? [.. TextBlocks.Languages.Where(language => language == _own || read.YesOrNo(Offers(language)) == true)] : null);
        return new WrittenEdits(look == new ChangeLook() ? [] : [look], read.Unread);
    }

    /// <inheritdoc/>
    public string FieldOf(EditError error) => error.Code == EditErrorCode.Languages ? Offers(Others.First()) : Theme;

    private IEnumerable<string> Others => TextBlocks.Languages.Where(language => language != _own);
}

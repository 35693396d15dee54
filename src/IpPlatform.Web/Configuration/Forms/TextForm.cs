using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>One block of text in one language. Where the municipality has none of its own, the product's text is the start.</summary>
/// <param name="language">nn, nb or en.</param>
/// <param name="block">Name of the block.</param>
public sealed class TextForm(string language, string block) : IConfigurationForm
{
    /// <summary>The field with the text.</summary>
    public const string Field = "markdown";

    /// <summary>Says «ja» when the product's own text is to stand.</summary>
    public const string Product = "product";

    /// <summary>The language.</summary>
    public string Language => language;

    /// <summary>The block.</summary>
    public string Block => block;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? Read(Municipality municipality)
    {
        if (!TextBlocks.Languages.Contains(language) || !TextBlocks.Names.Contains(block)) return null;
        var own = municipality.Texts.Any(text => text.Language == language && text.Block == block);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Field] = TextBlocks.Resolve(municipality, block, language).Trim(),
            [Product] = own ? "nei" : "ja",
        };
    }

    /// <inheritdoc/>
    public WrittenEdits Edits(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
    {
        var text = written[Field].ReplaceLineEndings("\n").Trim();
        var toProduct = written[Product] == "ja" && seen[Product] != "ja";
        IReadOnlyList<ConfigurationEdit> edits = toProduct ? [new ChangeText(language, block, null)] : text == seen[Field] ? [] : [new ChangeText(language, block, text)];
        return new WrittenEdits(edits, []);
    }

    /// <inheritdoc/>
    public string FieldOf(EditError error) => Field;
}

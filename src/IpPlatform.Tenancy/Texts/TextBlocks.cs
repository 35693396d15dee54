using System.Collections.Frozen;
using System.Text;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Texts;

/// <summary>The blocks of a municipality's public page: which there are, and which text stands in each.</summary>
public static class TextBlocks
{
    private const string Fallback = "nn";

    private static readonly FrozenDictionary<(string Language, string Block), string> Defaults = ReadDefaults();

    /// <summary>Names of all blocks, in the order of the page.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["intro", "individual-plan", "coordinator", "child-coordinator", "who-has-a-right", "who-has-a-right-child", "how-to-ask", "what-happens-next", "complaint", "contact"];

    /// <summary>What no page may lack: how one asks, whom one contacts and how one complains (O-128).</summary>
    public static IReadOnlyList<string> Mandatory { get; } = ["how-to-ask", "complaint", "contact"];

    /// <summary>Languages that a text may be written in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["nn", "nb", "en"];

    /// <summary>A block's Markdown with its placeholders: the municipality's in the language, else the product's, else the product's nynorsk.</summary>
    public static string Resolve(Municipality municipality, string block, string language) =>
        municipality.Texts.FirstOrDefault(text => text.Block == block && text.Language == language)?.Markdown ?? Default(block, language);

    /// <summary>The product's own text of a block, which follows the law of the day.</summary>
    public static string Default(string block, string language) =>
        Defaults.TryGetValue((language, block), out var own) ? own :
        Defaults.TryGetValue((Fallback, block), out var markdown) ? markdown : throw new ArgumentException($"There is no block '{block}'.", nameof(block));

    private static FrozenDictionary<(string, string), string> ReadDefaults()
    {
        var assembly = typeof(TextBlocks).Assembly;
        var found = new Dictionary<(string, string), string>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.Split('/') is not ["texts", var language, var block]) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            found[(language, block)] = reader.ReadToEnd();
        }

        return found.ToFrozenDictionary();
    }
}

using System.Text;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Files;

namespace IpPlatform.Tenancy.Texts;

/// <summary>A municipality's own texts, <c>texts/&lt;language&gt;/&lt;block&gt;.md</c>, as strict as its main file.</summary>
public static class TextFiles
{
    /// <summary>Name of the folder.</summary>
    public const string Folder = "texts";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Where a block stands, below the municipality's folder.</summary>
    public static string PathOf(string language, string block) => Path.Combine(Folder, language, $"{block}.md");

    /// <summary>Reads all texts below a municipality's folder, in a fixed order. What is not a known block in a known language is an error.</summary>
    internal static IReadOnlyList<MunicipalText> Read(string tenantFolder, ICollection<TenantFileError> errors)
    {
        var root = Path.Combine(tenantFolder, Folder);
        if (!Directory.Exists(root)) return [];
        var texts = new List<MunicipalText>();
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar) is not [var language, var name] || !TextBlocks.Languages.Contains(language))
            {
                errors.Add(new TenantFileError(file, 1, 1, $"A text stands in {Folder}/<language>/<block>.md; languages: {string.Join(", ", TextBlocks.Languages)}."));
            }
            else if (Path.GetExtension(name) != ".md" || !TextBlocks.Names.Contains(Path.GetFileNameWithoutExtension(name)))
            {
                errors.Add(new TenantFileError(file, 1, 1, $"'{name}' is no block. Known: {string.Join(", ", TextBlocks.Names.Select(block => $"{block}.md"))}."));
            }
            else if (ReadText(file, errors) is { } markdown)
            {
                texts.Add(new MunicipalText(language, Path.GetFileNameWithoutExtension(name), markdown));
            }
        }

        return texts;
    }

    private static string? ReadText(string file, ICollection<TenantFileError> errors)
    {
        // The size is judged before the file is read: a folder may hold anything.
        if (new FileInfo(file).Length > TextCheck.MaxBytes)
        {
            errors.Add(new TenantFileError(file, 1, 1, $"The text is longer than {TextCheck.MaxBytes} bytes."));
            return null;
        }

        try
        {
            var markdown = Strict.GetString(File.ReadAllBytes(file)).ReplaceLineEndings("\n");
            var faults = TextCheck.Check(markdown);
            foreach (var fault in faults) errors.Add(new TenantFileError(file, fault.Line, fault.Column, fault.Message));
            return faults.Count == 0 ? markdown : null;
        }
        catch (DecoderFallbackException)
        {
            errors.Add(new TenantFileError(file, 1, 1, "This is not UTF-8."));
            return null;
        }
    }
}

using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Files;

/// <summary>Writes a configuration as the files that would bring it.</summary>
public static class TenantExport
{
    /// <summary>Writes them to a municipality's folder; texts that the configuration has not are removed, so that importing gives the same again.</summary>
    public static async Task WriteAsync(Municipality municipality, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, TenantFolder.MainFile), [.. TenantJson.MainFile(municipality), (byte)'\n'], cancellationToken);
        foreach (var language in TextBlocks.Languages)
        foreach (var block in TextBlocks.Names)
        {
            var file = Path.Combine(folder, TextFiles.PathOf(language, block));
            if (municipality.Texts.FirstOrDefault(text => text.Language == language && text.Block == block) is { } own)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllTextAsync(file, own.Markdown, cancellationToken);
            }
            else if (File.Exists(file)) File.Delete(file);
        }
    }
}

using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Logos;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Files;

/// <summary>Writes a configuration as the files that would bring it.</summary>
public static class TenantExport
{
    /// <summary>Writes them to a municipality's folder, of a municipality without a logo.</summary>
    public static Task WriteAsync(Municipality municipality, string folder, CancellationToken cancellationToken) => WriteAsync(municipality, null, folder, cancellationToken);

    /// <summary>Writes them to a municipality's folder; texts and a logo that the configuration has not are removed, so that importing gives the same again.</summary>
    public static async Task WriteAsync(Municipality municipality, byte[]? logo, string folder, CancellationToken cancellationToken)
    {
        var files = TenantJson.Files(municipality);
        foreach (var (file, content) in files)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.EndsWith(".json", StringComparison.Ordinal) ? [.. content, (byte)'\n'] : content, cancellationToken);
        }

        var picture = Path.Combine(folder, LogoFile.Name);
        if (logo is not null) await File.WriteAllBytesAsync(picture, logo, cancellationToken);
        else File.Delete(picture);

        foreach (var gone in TextBlocks.Languages.SelectMany(language => TextBlocks.Names.Select(block => TextFiles.PathOf(language, block))).Where(file => !files.ContainsKey(file) && File.Exists(Path.Combine(folder, file))))
        {
            File.Delete(Path.Combine(folder, gone));
        }
    }
}

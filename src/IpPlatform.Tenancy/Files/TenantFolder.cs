using System.Security.Cryptography;
using System.Text.Json;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Logos;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Files;

/// <summary>What a tenant's folder says, once it is free of errors.</summary>
/// <param name="Municipality">What it says.</param>
/// <param name="Hash">Changes with any of its files' bytes.</param>
/// <param name="Body">What it says, as the database keeps it.</param>
/// <param name="Logo">The picture of its logo, as it is served.</param>
public sealed record TenantFolder(Municipality Municipality, string Hash, byte[] Body, LogoPicture? Logo = null)
{
    /// <summary>Name of a tenant's main file.</summary>
    public const string MainFile = "tenant.json";

    /// <summary>Reads all folders below a root. All errors of all files are reported at once; folders with errors are left out.</summary>
    public static (IReadOnlyList<TenantFolder> Folders, IReadOnlyList<TenantFileError> Errors) ReadAll(string root, IReadOnlySet<string> reservedSlugs)
    {
        var folders = new List<TenantFolder>();
        var errors = new List<TenantFileError>();
        if (!Directory.Exists(root)) return ([], [new TenantFileError(root, 1, 1, "The folder of tenants does not exist.")]);
        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            if (Read(folder, reservedSlugs, errors) is { } read) folders.Add(read);
        }

        foreach (var same in folders.GroupBy(folder => folder.Municipality.Id).Where(group => group.Count() > 1))
        {
            errors.AddRange(same.Skip(1).Select(folder => new TenantFileError(
                Path.Combine(root, folder.Municipality.Slug, MainFile), 1, 1, $"The id '{same.Key}' is '{same.First().Municipality.Slug}''s already.")));
        }

        return (folders, errors);
    }

    private static TenantFolder? Read(string folder, IReadOnlySet<string> reservedSlugs, List<TenantFileError> errors)
    {
        var file = Path.Combine(folder, MainFile);
        if (!File.Exists(file))
        {
            errors.Add(new TenantFileError(file, 1, 1, "The file is missing."));
            return null;
        }

        var body = File.ReadAllBytes(file);
        var found = new List<TenantFileError>();
        Municipality? municipality = null;
        if (JsonDocumentCheck.Read(file, body, typeof(Municipality), found) is { } root)
        {
            municipality = JsonSerializer.Deserialize<Municipality>(body, TenantJson.Options)!;
            new MeaningCheck(file, Path.GetFileName(folder), root, found).Check(municipality, reservedSlugs);
        }

        var forms = FormFolder.Read(folder, found);
        var texts = TextFiles.Read(folder, found);
        var logo = LogoFile.Read(folder, municipality, found);
        errors.AddRange(found);
        if (municipality is null || found.Count > 0) return null;
        municipality = municipality with { Forms = [.. forms.Select(form => form.Definition)], Texts = texts, Contacts = ContactIds.Assign(municipality.Contacts) };
        if (logo is not null) municipality = municipality with { Logo = municipality.Logo! with { Hash = logo.Picture.Hash } };
        byte[][] files = [body, .. forms.Select(form => form.Body), JsonSerializer.SerializeToUtf8Bytes(texts)];
        return new TenantFolder(municipality, HashOf(logo is null ? files : [.. files, logo.Body]), TenantJson.Canonical(municipality), logo?.Picture);
    }

    // Each file's hash first, so that bytes cannot move from one file to the next unnoticed.
    private static string HashOf(IEnumerable<byte[]> files) => Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(SHA256.HashData)]));
}

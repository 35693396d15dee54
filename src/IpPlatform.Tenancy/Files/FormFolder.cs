using IpPlatform.Domain.Forms;

namespace IpPlatform.Tenancy.Files;

/// <summary>The forms of a tenant's folder: one file each, named after the form.</summary>
internal static class FormFolder
{
    /// <summary>Its name in the tenant's folder.</summary>
    public const string Name = "forms";

    /// <summary>The forms that are free of errors, in order of their names; the errors of the others are added.</summary>
    public static IReadOnlyList<(FormDefinition Definition, byte[] Body)> Read(string tenant, ICollection<TenantFileError> errors)
    {
        var folder = Path.Combine(tenant, Name);
        if (!Directory.Exists(folder)) return [];
        var forms = new List<(FormDefinition, byte[])>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var body = File.ReadAllBytes(file);
            if (FormRules.Read(file, Path.GetFileNameWithoutExtension(file), body, errors) is { } form) forms.Add((form, body));
        }

        return forms;
    }
}

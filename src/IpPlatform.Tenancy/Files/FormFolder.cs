using System.Text.Json;
using IpPlatform.Domain.Forms;
using IpPlatform.Tenancy.Legality;

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
            if (Read(file, body, errors) is { } form) forms.Add((form, body));
        }

        return forms;
    }

    private static FormDefinition? Read(string file, byte[] body, ICollection<TenantFileError> errors)
    {
        var before = errors.Count;
        if (JsonDocumentCheck.Read(file, body, typeof(FormDefinition), errors) is not { } root) return null;
        var form = JsonSerializer.Deserialize<FormDefinition>(body, TenantJson.Options)!;
        if (form.Id != Path.GetFileNameWithoutExtension(file)) Add(root.At("id"), $"The id is the file's name, '{Path.GetFileNameWithoutExtension(file)}'.");
        foreach (var fault in FormCheck.Faults(form)) Add(root.At(fault.Path), fault.Message);
        foreach (var text in root.All().Where(spot => spot.Text is not null))
        {
            foreach (var (rule, _) in LegalityRules.BlockingIn(text.Text!)) Add(text, rule.Message);
        }

        return errors.Count == before ? form : null;

        void Add(JsonSpot spot, string message) => errors.Add(new TenantFileError(file, spot.Line, spot.Column, message));
    }
}

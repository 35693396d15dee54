using System.Text.Json;
using IpPlatform.Domain.Forms;
using IpPlatform.Tenancy.Files;

namespace IpPlatform.Tenancy.Onboarding;

/// <summary>The form that a municipality begins with, in three languages; <c>{municipality}</c> stands for its name.</summary>
internal static class FormTemplate
{
    /// <summary>The form with the municipality's name in it.</summary>
    public static FormDefinition For(string name)
    {
        using var stream = typeof(FormTemplate).Assembly.GetManifestResourceStream("onboarding/behov.json")!;
        using var reader = new StreamReader(stream);
        var body = reader.ReadToEnd().Replace("{municipality}", JsonEncodedText.Encode(name).Value, StringComparison.Ordinal);
        return JsonSerializer.Deserialize<FormDefinition>(body, TenantJson.Options)!;
    }
}

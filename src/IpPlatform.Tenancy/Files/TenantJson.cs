using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Texts;

namespace IpPlatform.Tenancy.Files;

/// <summary>How a municipality's configuration is written, in files and in the database.</summary>
public static class TenantJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The canonical form, which the database keeps: everything in one document.</summary>
    public static byte[] Canonical(Municipality municipality) => JsonSerializer.SerializeToUtf8Bytes(municipality, Options);

    /// <summary>The files of a municipality by their path in its folder, as export writes them: forms and texts stand by themselves.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(Municipality municipality)
    {
        var main = JsonSerializer.SerializeToNode(municipality, Options)!.AsObject();
        main.Remove("forms");
        main.Remove("texts");
        var files = municipality.Forms.ToDictionary(form => Path.Combine(FormFolder.Name, $"{form.Id}.json"), form => JsonSerializer.SerializeToUtf8Bytes(form, Options));
        foreach (var text in municipality.Texts) files[TextFiles.PathOf(text.Language, text.Block)] = Encoding.UTF8.GetBytes(text.Markdown);
        files[TenantFolder.MainFile] = JsonSerializer.SerializeToUtf8Bytes(main, Options);
        return files;
    }

    /// <summary>The main file alone: what stands in files of its own is left out.</summary>
    public static byte[] MainFile(Municipality municipality) => Files(municipality)[TenantFolder.MainFile];

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new ClockJson() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

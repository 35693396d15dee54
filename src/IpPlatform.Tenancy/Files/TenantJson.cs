using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Files;

/// <summary>How a municipality's configuration is written, in files and in the database.</summary>
public static class TenantJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The canonical form, which export writes and the database keeps.</summary>
    public static byte[] Canonical(Municipality municipality) => JsonSerializer.SerializeToUtf8Bytes(municipality, Options);

    /// <summary>The main file alone: what stands in files of its own is left out.</summary>
    public static byte[] MainFile(Municipality municipality)
    {
        var main = JsonSerializer.SerializeToNode(municipality, Options)!.AsObject();
        main.Remove(nameof(Municipality.Texts).ToLowerInvariant());
        return JsonSerializer.SerializeToUtf8Bytes(main, Options);
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

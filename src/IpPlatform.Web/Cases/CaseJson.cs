using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpPlatform.Web.Cases;

/// <summary>Reads case documents as grains write them.</summary>
internal static class CaseJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
}

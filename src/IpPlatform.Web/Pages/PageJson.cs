using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpPlatform.Web.Pages;

/// <summary>Reads documents as grains write them.</summary>
internal static class PageJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
}

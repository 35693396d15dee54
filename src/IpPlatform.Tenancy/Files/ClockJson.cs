using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpPlatform.Tenancy.Files;

/// <summary>Writes times as files do, 09:00. With seconds a configuration could not be read as a file again, and its other faults would go unseen.</summary>
internal sealed class ClockJson : JsonConverter<TimeOnly>
{
    private static readonly string[] Written = ["HH:mm", "HH:mm:ss"];

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
}

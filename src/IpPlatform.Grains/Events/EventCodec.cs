using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Storage.Commits;

namespace IpPlatform.Grains.Events;

/// <summary>Events of one aggregate to their stored form and back, through the upcasts.</summary>
/// <typeparam name="TEvent">The aggregate's event base type.</typeparam>
public sealed class EventCodec<TEvent>(EventUpcasts upcasts)
    where TEvent : class
{
    private static readonly StoredTypes Types = new(typeof(TEvent));

    /// <summary>The codec with the platform's own upcasts.</summary>
    public EventCodec() : this(EventUpcasts.Platform) { }

    /// <summary>For storing.</summary>
    public EventRecord Encode(TEvent @event)
    {
        var name = Types.NameOf(@event.GetType());
        return new EventRecord(name.Name, name.Version, JsonSerializer.SerializeToUtf8Bytes(@event, @event.GetType(), StoredJson.Options));
    }

    /// <summary>For the rules. A redacted event has its structure, and blanks where people's words were.</summary>
    public TEvent Decode(string name, int version, ReadOnlyMemory<byte> payload)
    {
        var type = Types.TypeOf(name);
        var current = Types.NameOf(type).Version;
        if (version == current) return (TEvent)JsonSerializer.Deserialize(payload.Span, type, StoredJson.Options)!;
        var json = upcasts.Apply(name, version, current, JsonNode.Parse(payload.Span)!.AsObject());
        return (TEvent)json.Deserialize(type, StoredJson.Options)!;
    }

    /// <summary>The payload with everything personal blanked, which is what redaction leaves behind (S-11).</summary>
    public ReadOnlyMemory<byte> Redact(string name, int version, ReadOnlyMemory<byte> payload)
    {
        var type = Types.TypeOf(name);
        var json = upcasts.Apply(name, version, Types.NameOf(type).Version, JsonNode.Parse(payload.Span)!.AsObject());
        foreach (var property in type.GetProperties().Where(property => property.GetCustomAttribute<PersonalAttribute>() is not null))
        {
            var member = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (PersonalBlank.Of(property) is { } blank) json[member] = blank;
            else json.Remove(member);
        }

        return JsonSerializer.SerializeToUtf8Bytes(json, StoredJson.Options);
    }
}

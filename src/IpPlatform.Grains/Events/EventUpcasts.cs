using System.Text.Json.Nodes;

namespace IpPlatform.Grains.Events;

/// <summary>Brings the payload of an older version of an event to the next version. Applied step by step when an event is read.</summary>
public sealed class EventUpcasts(IReadOnlyDictionary<(string Name, int FromVersion), Func<JsonObject, JsonObject>> steps)
{
    /// <summary>The platform's upcasts. Every event is at its first version so far.</summary>
    public static EventUpcasts Platform { get; } = new(new Dictionary<(string, int), Func<JsonObject, JsonObject>>());

    /// <summary>The payload at the wanted version.</summary>
    public JsonObject Apply(string name, int from, int to, JsonObject payload)
    {
        for (var version = from; version < to; version++)
        {
            payload = steps.TryGetValue((name, version), out var step)
                ? step(payload)
                : throw new InvalidOperationException($"No upcast of '{name}' from version {version}.");
        }

        return payload;
    }
}

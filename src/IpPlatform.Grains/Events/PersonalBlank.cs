using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;

namespace IpPlatform.Grains.Events;

/// <summary>What is left in a redacted event where something personal was: a value that the rules can still read.</summary>
internal static class PersonalBlank
{
    /// <summary>Nothing where nothing is allowed, else the empty one of the kind.</summary>
    public static JsonNode? Of(PropertyInfo property)
    {
        if (property.PropertyType == typeof(string)) return new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable ? null : "";
        if (Nullable.GetUnderlyingType(property.PropertyType) is not null) return null;
        if (property.PropertyType.IsAssignableTo(typeof(IEnumerable))) return new JsonArray();
        throw new NotSupportedException($"There is no blank for {property.DeclaringType}.{property.Name}.");
    }
}

using System.Collections.Frozen;
using System.Reflection;
using IpPlatform.Domain.Aggregates;

namespace IpPlatform.Grains.Events;

/// <summary>The types below a base type that are stored under a name, both ways.</summary>
public sealed class StoredTypes
{
    private readonly FrozenDictionary<string, Type> _byName;
    private readonly FrozenDictionary<Type, StoredNameAttribute> _byType;

    /// <summary>Collects them from the base type's assembly; a missing or repeated name is a bug that shows at start.</summary>
    public StoredTypes(Type baseType)
    {
        var types = baseType.Assembly.GetTypes().Where(type => type.IsSubclassOf(baseType) && !type.IsAbstract).ToArray();
        _byType = types.ToFrozenDictionary(type => type, type =>
            type.GetCustomAttribute<StoredNameAttribute>() ?? throw new InvalidOperationException($"{type} has no stored name."));
        _byName = types.ToFrozenDictionary(type => _byType[type].Name);
    }

    /// <summary>All of them.</summary>
    public IEnumerable<Type> All => _byType.Keys;

    /// <summary>Name and version of a type.</summary>
    public StoredNameAttribute NameOf(Type type) => _byType[type];

    /// <summary>The type behind a name; throws when a newer release wrote it.</summary>
    public Type TypeOf(string name) =>
        _byName.TryGetValue(name, out var type) ? type : throw new InvalidOperationException($"Unknown stored type '{name}': written by a newer release?");
}

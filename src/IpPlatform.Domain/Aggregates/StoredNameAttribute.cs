namespace IpPlatform.Domain.Aggregates;

/// <summary>The name and version under which an event or message is stored. It outlives the CLR type's name and is never reused.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredNameAttribute(string name, int version = 1) : Attribute
{
    /// <summary>Stable name.</summary>
    public string Name { get; } = name;

    /// <summary>Version of the payload's form.</summary>
    public int Version { get; } = version;
}

namespace IpPlatform.Storage.Commits;

/// <summary>The name of an event stream within a tenant: <c>plan/{uuid}</c>, <c>person/{uuid}</c>, <c>unit</c>.</summary>
public readonly record struct StreamId
{
    private StreamId(string value) => Value = value;

    /// <summary>The text stored in the database.</summary>
    public string Value { get; }

    /// <summary>The kind, that is what stands before the slash.</summary>
    public string Kind => Value.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? Value[..slash] : Value;

    /// <summary>The unit's only stream.</summary>
    public static StreamId Unit { get; } = new("unit");

    /// <summary>The stream of one aggregate.</summary>
    public static StreamId Of(string kind, Guid id) => new($"{kind}/{id:D}");

    /// <summary>What was read from the database.</summary>
    public static StreamId FromStored(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

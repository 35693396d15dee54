namespace IpPlatform.Domain.Decisions;

/// <summary>
/// An expected "no": a stable code that every language has a text for, and parameters for that text.
/// Parameters never carry names, national ids or health text.
/// </summary>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal([property: Id(0)] string Code, [property: Id(1)] IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>A refusal without parameters.</summary>
    public Refusal(string code) : this(code, new Dictionary<string, string>()) { }
}

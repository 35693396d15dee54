using Xunit.v3;

namespace IpPlatform.TestSupport;

/// <summary>The class speaks to running processes over HTTP or in a browser.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OverHttpAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Over", "http")];
}

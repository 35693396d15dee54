using Xunit.v3;

namespace IpPlatform.TestSupport;

/// <summary>The test takes minutes; it runs with <c>tests/run.sh --all</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class LongAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Category", "Long")];
}

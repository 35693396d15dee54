using Xunit.v3;

namespace IpPlatform.TestSupport;

/// <summary>
/// The tests start what they need themselves, since they kill it or move its clock. <c>tests/run.sh</c> runs them beside those that share a platform.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StartsItsOwnAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Platform", "Own")];
}

using Xunit.v3;

namespace IpPlatform.TestSupport;

/// <summary>
/// The test proves an obligation: over HTTP or in a browser, and by what the row's <em>Then</em> says. Counted only in classes that
/// carry <see cref="OverHttpAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ObligationAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>The obligation's id, such as <c>O-118</c>.</summary>
    public string Id { get; } = id;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Obligation", Id)];
}

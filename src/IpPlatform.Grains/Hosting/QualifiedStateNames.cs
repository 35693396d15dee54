namespace IpPlatform.Grains.Hosting;

/// <summary>
/// Stores a persistent state under grain type and state name. The provider's own row identity leaves the grain type out, so that
/// two grain classes with equal keys and state names would share one row (orleans#9737).
/// </summary>
public sealed class QualifiedStateNames : PersistentStateFactory
{
    /// <inheritdoc/>
    protected override string GetFullStateName(IGrainContext context, IPersistentStateConfiguration cfg) =>
        $"{context.GrainId.Type}/{base.GetFullStateName(context, cfg)}";
}

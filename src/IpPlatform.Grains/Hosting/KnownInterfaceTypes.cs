using System.Collections.Concurrent;

namespace IpPlatform.Grains.Hosting;

/// <summary>
/// What a grain interface is called, remembered. The runtime's own provider looks for the attribute by reflection each time that a grain
/// is asked for, which was a twentieth of a silo's work on a read.
/// </summary>
public sealed class KnownInterfaceTypes(IServiceProvider services) : IGrainInterfaceTypeProvider
{
    private readonly AttributeGrainInterfaceTypeProvider _attributes = new(services);
    private readonly ConcurrentDictionary<Type, GrainInterfaceType?> _known = new();

    /// <inheritdoc/>
    public bool TryGetGrainInterfaceType(Type type, out GrainInterfaceType grainInterfaceType)
    {
        var known = _known.GetOrAdd(type, asked => _attributes.TryGetGrainInterfaceType(asked, out var named) ? named : null);
        grainInterfaceType = known.GetValueOrDefault();
        return known is not null;
    }
}

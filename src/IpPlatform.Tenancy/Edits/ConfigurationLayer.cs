using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Edits;

/// <summary>One publication of an administrator, laid over the files.</summary>
/// <param name="Version">The version that it was published as.</param>
/// <param name="Edits">Its edits, in order; they hold all together or not at all.</param>
public sealed record ConfigurationLayer(long Version, IReadOnlyList<ConfigurationEdit> Edits);

/// <summary>A publication that does not fit the files any more.</summary>
/// <param name="Version">The version that it was published as.</param>
/// <param name="Errors">Why.</param>
public sealed record SetAsideLayer(long Version, IReadOnlyList<EditError> Errors);

/// <summary>What edits make of a configuration: the result, or the errors.</summary>
public sealed record OverlayResult(Municipality? Effective, IReadOnlyList<EditError> Errors);

/// <summary>What all publications make of the files. Those set aside come back by themselves when the files fit them again.</summary>
public sealed record ReplayResult(Municipality Effective, IReadOnlyList<SetAsideLayer> SetAside);

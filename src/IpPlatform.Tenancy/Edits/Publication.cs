using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Edits;

/// <summary>Edits on their way to be published: beyond what every configuration must satisfy, a new publication must be complete.</summary>
public static class Publication
{
    /// <summary>What publishing edits would make of a configuration, or every error at its field.</summary>
    public static OverlayResult Of(Municipality basis, IReadOnlyList<ConfigurationEdit> edits)
    {
        var result = Overlay.Apply(basis, edits);
        if (result.Effective is not { } effective) return result;
        EditError[] missing = [.. MandatoryParts.Missing(basis, effective, edits)];
        return missing.Length == 0 ? result : new OverlayResult(null, missing);
    }
}

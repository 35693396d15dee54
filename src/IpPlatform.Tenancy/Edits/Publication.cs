using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Edits;

/// <summary>Edits on their way to be published: beyond what every configuration must satisfy, a new publication must be complete.</summary>
public static class Publication
{
    /// <summary>The edits with the day and the author of what is dated: a sender cannot choose them.</summary>
    public static IReadOnlyList<ConfigurationEdit> Dated(IReadOnlyList<ConfigurationEdit> edits, DateOnly on, string by) =>
    [
        .. edits.Select(ConfigurationEdit (edit) => edit switch
        {
            ChangeText change => change with { On = on, By = by },
            ReviewText review => review with { On = on, By = by },
            _ => edit,
        }),
    ];

    /// <summary>What publishing edits would make of a configuration, or every error at its field.</summary>
    public static OverlayResult Of(Municipality basis, IReadOnlyList<ConfigurationEdit> edits)
    {
        var result = Overlay.Apply(basis, edits);
        if (result.Effective is not { } effective) return result;
        EditError[] missing = [.. MandatoryParts.Missing(basis, effective, edits)];
        return missing.Length == 0 ? result : new OverlayResult(null, missing);
    }
}

using IpPlatform.Domain.Decisions;

namespace IpPlatform.Tenancy.Edits;

/// <summary>What became of a publication or a roll-back.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <summary>It is in force.</summary>
    public sealed record Published(long Version) : EditOutcome;

    /// <summary>Somebody, or the files, changed the configuration since; nothing was done.</summary>
    /// <param name="Version">The version in force.</param>
    /// <param name="Changes">What differs from the version that the author saw.</param>
    public sealed record ChangedMeanwhile(long Version, IReadOnlyList<FieldChange> Changes) : EditOutcome;

    /// <summary>The result would break a rule; nothing was done.</summary>
    public sealed record Invalid(IReadOnlyList<EditError> Errors) : EditOutcome;

    /// <summary>The version named does not exist.</summary>
    public sealed record NoSuchVersion : EditOutcome;

    /// <summary>A rule says no; nothing was done.</summary>
    public sealed record Refused(Refusal Refusal) : EditOutcome;

    /// <summary>The command's id was used for another one.</summary>
    public sealed record CommandReused : EditOutcome;
}

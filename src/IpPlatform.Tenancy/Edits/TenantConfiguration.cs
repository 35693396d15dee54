using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Tenancy;

namespace IpPlatform.Tenancy.Edits;

/// <summary>A tenant's configuration as its administrator sees it.</summary>
/// <param name="Version">The version in force; the next edit is based on it.</param>
/// <param name="Effective">What is served.</param>
/// <param name="Base">What the files say.</param>
/// <param name="SetAside">Publications that do not fit the files any more.</param>
/// <param name="History">The newest versions, newest first.</param>
/// <param name="Operation">Whether the municipality is in operation, and whose keys are turned.</param>
public sealed record TenantConfiguration(long Version, Municipality Effective, Municipality Base, IReadOnlyList<SetAsideLayer> SetAside, IReadOnlyList<VersionNote> History,
    TenantOperation Operation);

/// <summary>Who made a version, when and why.</summary>
public sealed record VersionNote(long Version, string Kind, string Author, DateTimeOffset At, string? Reason, long? BasedOn)
{
    /// <summary>An operator made the municipality with it, on her page and not by files.</summary>
    public bool IsOnboarding => Kind == "import" && Author != "files";

    /// <summary>A key was turned or taken back, and the configuration left as it was (S-21).</summary>
    public bool IsSwitch => Kind is "keyTurned" or "keyBack" or "operationBegun" or "operationEnded";

    internal static VersionNote Of(StoredConfiguration stored) => new(stored.Version, stored.Kind, stored.Author, stored.At, stored.Reason, stored.BasedOn);
}

/// <summary>A version and what it changed.</summary>
/// <param name="Note">Who, when and why.</param>
/// <param name="After">What it says.</param>
/// <param name="Before">What the version before it said; null for the first.</param>
/// <param name="Changes">What differs.</param>
public sealed record VersionChanges(VersionNote Note, Municipality After, Municipality? Before, IReadOnlyList<FieldChange> Changes);

/// <summary>Who publishes, why, and under which command id.</summary>
/// <param name="Id">The same command makes one version, however often it arrives.</param>
/// <param name="Fingerprint">Binds the id to its content.</param>
/// <param name="Caller">Who.</param>
/// <param name="Ground">On which ground, for the audit.</param>
/// <param name="Reason">Why, in the author's words; null where none is asked.</param>
public sealed record EditCommand(Guid Id, byte[] Fingerprint, Caller Caller, string Ground, string? Reason);

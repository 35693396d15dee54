using IpPlatform.Domain.Persons.Protection;

namespace IpPlatform.Storage.Desks;

/// <summary>A person on a coordinator's desk: who acts for her, by when, and what has happened; never content (S-10).</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What she is called; empty when nobody has said.</param>
/// <param name="AsDeputy">The employee stands in and is not the coordinator.</param>
/// <param name="CoordinatorId">The appointed coordinator; null when somebody else has granted the relation.</param>
/// <param name="DeputyId">Who stands in.</param>
/// <param name="CoordinatorAwayUntil">Last day of the absence that the coordinator is in.</param>
/// <param name="NextBy">When the next step is due.</param>
/// <param name="Proposed">Goals that wait for the owner's word.</param>
/// <param name="PlanVersion">Of the plan, 0 when there is none.</param>
/// <param name="CoordinationVersion">Of the coordination.</param>
/// <param name="Seen">How far the employee has seen; null when she has never opened the person.</param>
/// <param name="Protection">How the person's address is protected (S-07).</param>
public sealed record DeskPerson(
    Guid PersonId, string Name, bool AsDeputy, Guid? CoordinatorId, Guid? DeputyId, DateOnly? CoordinatorAwayUntil, DateOnly? NextBy, int Proposed,
    long PlanVersion, long CoordinationVersion, SeenVersions? Seen, ProtectionLevel Protection)
{
    /// <summary>What others have done since she last looked, the latest first.</summary>
    public IReadOnlyList<PersonChange> Changes { get; init; } = [];
}

/// <summary>How far somebody has seen what happens to a person.</summary>
public sealed record SeenVersions(long Plan, long Coordination);

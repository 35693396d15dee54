using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Plans;
using IpPlatform.Web.Desks;
using IpPlatform.Web.Layout;

namespace IpPlatform.Web.Plans.Pages;

/// <summary>What the plan's page shows.</summary>
/// <param name="Frame">Around the page.</param>
/// <param name="Address">Where its forms are sent.</param>
/// <param name="LiveAddress">Where to listen.</param>
/// <param name="Own">The reader is the owner.</param>
/// <param name="PersonName">Whose plan it is, for others than the owner.</param>
/// <param name="Plan">Null when there has never been one.</param>
/// <param name="Seed">What the ids of the page's commands are derived from.</param>
/// <param name="Failure">What could not be done, with what was typed.</param>
/// <param name="CoordinatorMissing">There can be no plan before somebody coordinates.</param>
/// <param name="Removed">What was just taken out and can be put back.</param>
/// <param name="Round">From one of the coordinator's people to the next; null for the owner.</param>
public sealed record PlanPageModel(
    PageFrame Frame, string Address, string LiveAddress, bool Own, string? PersonName, PlanDocument? Plan, Guid Seed, bool CoordinatorMissing, PlanFailure? Failure = null, RemovedItem? Removed = null, DeskRound? Round = null)
{
    /// <summary>An id for the command that a form will send: fixed when the page was made, so that sending twice is once.</summary>
    public Guid NewCommandId(string handling, Guid? item) => DerivedId.From(Seed, $"{handling}/{item}");
}

/// <summary>A command that was refused.</summary>
/// <param name="Sentence">Why, in the reader's language.</param>
/// <param name="Field">Id of the field to go to.</param>
/// <param name="Handling">Which form.</param>
/// <param name="Item">About which item.</param>
/// <param name="Typed">What was typed; nothing is lost.</param>
/// <param name="Conflict">Somebody else changed the same part meanwhile: both values are shown.</param>
public sealed record PlanFailure(string Sentence, string Field, string Handling, Guid? Item, IReadOnlyDictionary<string, string> Typed, bool Conflict);

/// <summary>An item that was just taken out, and the version at which.</summary>
public sealed record RemovedItem(Guid Item, long Version, bool Measure);

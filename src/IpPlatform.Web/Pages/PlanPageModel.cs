using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Plans;
using IpPlatform.Web.Texts;

namespace IpPlatform.Web.Pages;

/// <summary>What the plain plan page shows.</summary>
public sealed record PlanPageModel(
    UiTexts Texts, string Slug, string Municipality, string Address, string LiveAddress, bool Own, PlanDocument? Plan,
    IReadOnlyList<string> Contacts, string FormField, string FormToken, Guid Seed, string? Error = null, string? ErrorField = null, string? Typed = null,
    RemovedGoal? Removed = null)
{
    /// <summary>An id for the command that a form will send: fixed when the page was made, so that sending twice is once.</summary>
    public Guid NewCommandId(string handling, Guid? item) => DerivedId.From(Seed, $"{handling}/{item}");
}

/// <summary>A goal that has just been taken out, and the change by which; what the page offers to undo.</summary>
public sealed record RemovedGoal(Guid Item, long Version);

using System.Collections.Frozen;
using IpPlatform.Domain.Calendar;
using IpPlatform.Storage.Desks;
using IpPlatform.Web.Layout;

namespace IpPlatform.Web.Desks;

/// <summary>A change in words: «Eigaren har lagt til eit mål, i går».</summary>
public static class ChangeText
{
    // Of these several at once are counted; of the others it is the latest that matters.
    private static readonly FrozenSet<string> Counted = new[]
    {
        "goal-added", "goal-changed", "goal-agreed", "goal-removed", "measure-added", "measure-changed", "measure-agreed", "measure-marked", "measure-removed",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Known = Counted.Concat(
    [
        "plan-opened", "plan-closed", "what-matters-written", "goal-change-undone", "measure-change-undone", "events-redacted",
        "coordination-granted", "coordinator-wish-recorded", "appointment-offered", "appointment-offer-withdrawn", "appointment-declined", "appointment-accepted", "appointment-began",
        "deputy-named", "deputy-stepped-down", "appointment-end-planned", "appointment-ended", "coordination-ended", "next-step-changed",
    ]).ToFrozenSet();

    /// <summary>The sentence, without a full stop.</summary>
    public static string Of(PageFrame frame, PersonChange change)
    {
        var kind = Known.Contains(change.Event) ? change.Event : "other";
        var key = change.Count > 1 && Counted.Contains(kind) ? $"Change_{kind}_many" : $"Change_{kind}";
        var what = frame[key].Replace("{who}", frame[$"Change_By_{change.By}"], StringComparison.Ordinal).Replace("{count}", frame.Dates.Number(change.Count), StringComparison.Ordinal);
        var day = Norway.DayOf(change.At);
        return $"{what}, {frame.Dates.Distance(day) ?? frame.Dates.Day(day)}";
    }
}

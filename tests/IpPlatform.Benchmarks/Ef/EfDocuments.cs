using System.Text.Json;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Plans;
using IpPlatform.Grains.Events;

namespace IpPlatform.Benchmarks.Ef;

/// <summary>From rows to the same document that our grain renders, byte for byte.</summary>
internal static class EfDocuments
{
    public static byte[] Render(PlanEntity plan, Caller viewer)
    {
        var consent = plan.ConsentId is { } id ? new PlanDocumentConsent(id, plan.ConsentChannel!, plan.ConsentGivenAt!.Value) : null;
        return JsonSerializer.SerializeToUtf8Bytes(
            new PlanDocument(plan.PersonId, plan.Version, plan.Open, plan.Period, null, consent, null, [.. plan.Goals.Select(goal => Goal(goal, viewer, plan.Open))]), StoredJson.Options);
    }

    private static PlanDocumentGoal Goal(GoalEntity goal, Caller viewer, bool open)
    {
        var owner = viewer.Kind == CallerKind.Citizen;
        var proposed = goal.Status == ItemStatus.Proposed;
        var own = goal.AuthorKind == viewer.Kind && goal.AuthorSubject == viewer.Subject;
        return new PlanDocumentGoal(
            goal.ItemId, goal.Text, proposed ? "proposed" : "agreed", goal.AuthorKind == CallerKind.Citizen ? "owner" : "staff", goal.AuthorSubject, [.. goal.Audience],
            goal.AddedAt, goal.At, goal.Since, MayEdit: open && (owner || (own && proposed)), MayAgree: open && owner && proposed, []);
    }
}

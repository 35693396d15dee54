using System.Text.RegularExpressions;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Can a plan be mapped and gone through by what the municipality says (O-069, O-076)?</summary>
internal static partial class PlanRuleCheck
{
    /// <summary>The most life areas; more are no overview.</summary>
    public const int MostAreas = 30;

    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        var all = LifeArea.Of(tenant);
        if (all.Count is 0 or > MostAreas) yield return new MeaningFault(EditErrorCode.LifeAreaCount, $"There are 1 to {MostAreas} life areas.", "lifeAreas");
        for (var i = 0; i < all.Count; i++)
        {
            var (id, name) = all[i];
            if (!Id().IsMatch(id)) yield return new MeaningFault(EditErrorCode.LifeAreaTaken, "A life area's id is 1 to 40 of a-z, 0-9 and hyphens.", "lifeAreas", i, "id");
            else if (all.Take(i).Any(other => other.Id == id)) yield return new MeaningFault(EditErrorCode.LifeAreaTaken, $"The id '{id}' is another life area's.", "lifeAreas", i, "id");
            foreach (var (language, words) in new[] { ("nn", name.Nn), ("nb", name.Nb), ("en", name.En) })
            {
                if (string.IsNullOrWhiteSpace(words)) yield return new MeaningFault(EditErrorCode.LifeAreaName, "A life area has a name in every language.", "lifeAreas", i, "name", language);
            }
        }

        if (tenant.RevisionMonths is < 1 or > PlanRevision.LongestMonths) yield return new MeaningFault(EditErrorCode.RevisionMonths, $"A plan is gone through every 1 to {PlanRevision.LongestMonths} months.", "revisionMonths");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}\\z")]
    private static partial Regex Id();
}

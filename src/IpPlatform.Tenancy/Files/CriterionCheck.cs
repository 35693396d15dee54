using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Are the municipality's own criteria said, once each, with where they come from (O-029)? How strict they are is the linter's to tell.</summary>
internal static class CriterionCheck
{
    /// <summary>The longest criterion, in characters.</summary>
    public const int Longest = 500;

    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        var all = tenant.LocalCriteria;
        for (var i = 0; i < all.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(all[i].Text)) yield return At(EditErrorCode.CriterionEmpty, "A criterion says what it asks for.", i, "text");
            else if (all[i].Text.Length > Longest) yield return At(EditErrorCode.CriterionTooLong, $"A criterion is at most {Longest} characters.", i, "text");
            else if (all.Take(i).Any(other => EntryId.Of(other) == EntryId.Of(all[i]))) yield return At(EditErrorCode.CriterionTaken, "This criterion is there already.", i, "text");
            if (string.IsNullOrWhiteSpace(all[i].Source)) yield return At(EditErrorCode.SourceMissing, "A criterion says its source.", i, "source");
        }
    }

    private static MeaningFault At(string code, string message, int i, string member) => new(code, message, "localCriteria", i, member);
}

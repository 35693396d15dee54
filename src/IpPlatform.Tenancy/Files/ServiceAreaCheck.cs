using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Does appointment in two steps hold together (O-040): areas to choose from, told apart, and a time that is no longer than the national one?</summary>
internal static partial class ServiceAreaCheck
{
    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        var all = tenant.ServiceAreas ?? [];
        for (var i = 0; i < all.Count; i++)
        {
            var (id, name) = all[i];
            if (!Id().IsMatch(id)) yield return new MeaningFault(EditErrorCode.AreaId, "A service area's id is 1 to 40 of a-z, 0-9 and hyphens.", "serviceAreas", i, "id");
            else if (all.Take(i).Any(other => other.Id == id)) yield return new MeaningFault(EditErrorCode.AreaTaken, $"The id '{id}' is another service area's.", "serviceAreas", i, "id");
            if (string.IsNullOrWhiteSpace(name)) yield return new MeaningFault(EditErrorCode.AreaName, "A service area has a name.", "serviceAreas", i, "name");
            else if (all.Take(i).Any(other => string.Equals(other.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))) yield return new MeaningFault(EditErrorCode.AreaTaken, "Another service area has this name.", "serviceAreas", i, "name");
        }

        if (tenant.ServiceAreaDays is < 1 or > ServiceArea.NationalDays) yield return new MeaningFault(EditErrorCode.AreaDays, $"A service area appoints within 1 to {ServiceArea.NationalDays} days: a deadline can only be made shorter.", "serviceAreaDays");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}\\z")]
    private static partial Regex Id();
}

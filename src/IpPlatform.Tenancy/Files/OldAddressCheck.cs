using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Does every old address lead somewhere, once, and to a place that stays (O-132)?</summary>
internal static class OldAddressCheck
{
    public static IEnumerable<MeaningFault> Faults(Municipality tenant, string slug)
    {
        var all = tenant.LegacyUrls ?? [];
        if (all.Count > OldAddress.Most) yield return new MeaningFault(EditErrorCode.OldAddressesTooMany, $"At most {OldAddress.Most} old addresses.", "legacyUrls");
        for (var i = 0; i < all.Count; i++)
        {
            var (from, to) = (all[i].From, all[i].To);
            if (OldAddress.PathOf(slug, from) is not { } path) yield return At(EditErrorCode.OldAddress, "An old address is a path that begins with /, or a whole http or https address.", i, "from");
            else if (OwnAddresses.Owns(path)) yield return At(EditErrorCode.OldAddressOwn, "This path is a page of the product's own, which would never be left.", i, "from");
            else if (all.Take(i).Any(other => OldAddress.KeyOf(slug, other.From) == OldAddress.KeyOf(slug, from))) yield return At(EditErrorCode.OldAddressTaken, "This old address is there already.", i, "from");
            if (OldAddress.LeadsOn(slug, to, all)) yield return At(EditErrorCode.OldAddressCircle, "This leads to another old address; write the page it ends at.", i, "to");
            else if (!OldAddress.LeadsSomewhere(slug, to)) yield return At(EditErrorCode.OldAddressTarget, $"An old address leads to a page here, which begins with /{slug}, or to an https address.", i, "to");
        }
    }

    private static MeaningFault At(string code, string message, int i, string member) => new(code, message, "legacyUrls", i, member);
}

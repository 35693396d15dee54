using System.Text.RegularExpressions;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Can the services of others be told apart, and is it said who answers each (O-021)?</summary>
internal static partial class OtherServiceCheck
{
    // An application shows them all at once, and a receiver is an office with an address, not a text.
    private const int Longest = 200;

    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        var all = tenant.OtherServices ?? [];
        if (all.Count > OtherService.Most) yield return new MeaningFault(EditErrorCode.OtherServiceCount, $"There are at most {OtherService.Most} other services.", "otherServices");
        for (var i = 0; i < all.Count; i++)
        {
            var (id, name, receiver, address) = all[i];
            if (!Id().IsMatch(id)) yield return new MeaningFault(EditErrorCode.OtherServiceTaken, "A service's id is 1 to 40 of a-z, 0-9 and hyphens and begins with a letter.", "otherServices", i, "id");
            else if (all.Take(i).Any(other => other.Id == id)) yield return new MeaningFault(EditErrorCode.OtherServiceTaken, $"The id '{id}' is another service's.", "otherServices", i, "id");
            foreach (var (language, words) in new[] { ("nn", name.Nn), ("nb", name.Nb), ("en", name.En) })
            {
                if (string.IsNullOrWhiteSpace(words) || words.Length > Longest) yield return new MeaningFault(EditErrorCode.OtherServiceName, $"A service has a name of at most {Longest} letters in every language.", "otherServices", i, "name", language);
            }

            if (string.IsNullOrWhiteSpace(receiver) || receiver.Length > Longest) yield return new MeaningFault(EditErrorCode.OtherServiceReceiver, $"Somebody answers, named with at most {Longest} letters.", "otherServices", i, "receiver");
            if (address?.Length > Longest) yield return new MeaningFault(EditErrorCode.OtherServiceAddress, $"The address is one line of at most {Longest} letters.", "otherServices", i, "address");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}\\z")]
    private static partial Regex Id();
}

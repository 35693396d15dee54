using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Edits;

/// <summary>The lists of a configuration whose entries are known by an id, however they are ordered.</summary>
internal static class ListEntries
{
    /// <summary>Their members.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["contacts", "localCriteria", "legacyUrls", "serviceAreas", "lifeAreas", "otherServices"];

    /// <summary>A list's entries in their order, each with its id.</summary>
    public static IReadOnlyList<(string Id, object Entry)> Of(Municipality municipality, string list) => list switch
    {
        "contacts" => [.. ContactIds.Assign(municipality.Contacts).Select(contact => (contact.Id!, (object)contact))],
        "localCriteria" => [.. municipality.LocalCriteria.Select(criterion => (EntryId.Of(criterion), (object)criterion))],
        "legacyUrls" => [.. (municipality.LegacyUrls ?? []).Select(old => (EntryId.Of(old), (object)old))],
        "serviceAreas" => [.. (municipality.ServiceAreas ?? []).Select(area => (area.Id, (object)area))],
        "otherServices" => [.. (municipality.OtherServices ?? []).Select(service => (service.Id, (object)service))],
        // Their order is part of what is said.
        "lifeAreas" => [.. LifeArea.Of(municipality).Select((area, i) => (area.Id, (object)new { area.Name, Place = i + 1 }))],
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
    };
}

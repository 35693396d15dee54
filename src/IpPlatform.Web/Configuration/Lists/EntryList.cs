using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Configuration.Forms;

namespace IpPlatform.Web.Configuration.Lists;

/// <summary>
/// A list in the configuration whose entries the administrator adds, changes and removes, each on a page of its own. Its texts are
/// <c>Admin_{member}</c> with <c>Says</c>, <c>Lead</c> and <c>New</c>.
/// </summary>
/// <param name="Address">Its page below <c>/admin</c>.</param>
/// <param name="Member">Its member in the files.</param>
/// <param name="Fields">What is said of an entry.</param>
/// <param name="Entries">The entries of a municipality.</param>
/// <param name="Edit">The edit that makes of an entry what is written, or adds it when there is no id.</param>
/// <param name="Removal">The edit that removes an entry.</param>
public sealed record EntryList(
    string Address, string Member, IReadOnlyList<EntryField> Fields, Func<Municipality, IEnumerable<ConfigurationEntry>> Entries,
    Func<string?, FieldReader, ConfigurationEdit> Edit, Func<string, ConfigurationEdit> Removal)
{
    /// <summary>Old addresses and where they lead now (O-132).</summary>
    public static EntryList OldAddresses { get; } = new(
        "flytta", "legacyUrls", [new("legacyUrls-from"), new("legacyUrls-to")],
        municipality => (municipality.LegacyUrls ?? []).Select(old => new ConfigurationEntry(EntryId.Of(old), old.From, old.To, old.From, old.To)),
        (was, read) => new ChangeOldAddress(was, new LegacyUrl(read.Text("legacyUrls-from"), read.Text("legacyUrls-to"))), was => new ChangeOldAddress(was, null));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EntryList> All { get; } = [OldAddresses];
}

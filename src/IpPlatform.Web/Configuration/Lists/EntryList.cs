using System.Globalization;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Cases;
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
    /// <summary>The municipality's own criteria (O-029).</summary>
    public static EntryList Criteria { get; } = new(
        "kriterium", "localCriteria",
        [
            new("localCriteria-service", Helped: false, Options: [.. Enum.GetValues<MunicipalService>().Select(service => (FieldReader.Write(service), ServiceText.Key(service)))]),
            new("localCriteria-text", Rows: 3, Linted: true), new("localCriteria-source"),
        ],
        municipality => municipality.LocalCriteria.Select(own => new ConfigurationEntry(EntryId.Of(own), own.Text, own.Source, FieldReader.Write(own.Service), own.Text, own.Source)),
        (was, read) => new ChangeCriterion(was, new LocalCriterion(read.Choice<MunicipalService>("localCriteria-service") ?? MunicipalService.IndividualPlan, read.Text("localCriteria-text"), read.Text("localCriteria-source"))),
        was => new ChangeCriterion(was, null));

    /// <summary>Service areas that appoint coordinators of their own (O-040).</summary>
    public static EntryList ServiceAreas { get; } = new(
        "tenesteomrade", "serviceAreas", [new("serviceAreas-name")],
        municipality => (municipality.ServiceAreas ?? []).Select(area => new ConfigurationEntry(area.Id, area.Name, "", area.Name)),
        (was, read) => new ChangeServiceArea(was, new ServiceArea(was ?? EntryId.ForServiceArea(read.Text("serviceAreas-name")), read.Text("serviceAreas-name"))), was => new ChangeServiceArea(was, null));

    /// <summary>What a person's situation is mapped by (O-069).</summary>
    public static EntryList LifeAreas { get; } = new(
        "livsomrade", "lifeAreas", [new("lifeAreas-name-nn", Helped: false), new("lifeAreas-name-nb", Helped: false), new("lifeAreas-name-en", Helped: false), new("lifeAreas-place", Required: false)],
        municipality => LifeArea.Of(municipality).Select((area, i) => new ConfigurationEntry(
            area.Id, $"{i + 1}. {area.Name.In(municipality.Language)}", "", area.Name.Nn, area.Name.Nb, area.Name.En, (i + 1).ToString(CultureInfo.InvariantCulture))),
        (was, read) => new ChangeLifeArea(
            was, new LifeArea(was ?? EntryId.ForLifeArea(read.Text("lifeAreas-name-nn")), new LocalText(read.Text("lifeAreas-name-nn"), read.Text("lifeAreas-name-nb"), read.Text("lifeAreas-name-en"))),
            read.Given("lifeAreas-place") is null ? null : read.Number("lifeAreas-place")),
        was => new ChangeLifeArea(was, null));

    /// <summary>What the common application asks about and others answer (O-021).</summary>
    public static EntryList OtherServices { get; } = new(
        "andre-tenester", "otherServices",
        [new("otherServices-name-nn", Helped: false), new("otherServices-name-nb", Helped: false), new("otherServices-name-en", Helped: false), new("otherServices-receiver"), new("otherServices-address", Required: false)],
        municipality => (municipality.OtherServices ?? []).Select(service => new ConfigurationEntry(
            service.Id, service.Name.In(municipality.Language), service.Receiver, service.Name.Nn, service.Name.Nb, service.Name.En, service.Receiver, service.Address ?? "")),
        (was, read) => new ChangeOtherService(
            was, new OtherService(
                was ?? EntryId.ForOtherService(read.Text("otherServices-name-nn")), new LocalText(read.Text("otherServices-name-nn"), read.Text("otherServices-name-nb"), read.Text("otherServices-name-en")),
                read.Text("otherServices-receiver"), read.Given("otherServices-address"))),
        was => new ChangeOtherService(was, null));

    /// <summary>Old addresses and where they lead now (O-132).</summary>
    public static EntryList OldAddresses { get; } = new(
        "flytta", "legacyUrls", [new("legacyUrls-from"), new("legacyUrls-to")],
        municipality => (municipality.LegacyUrls ?? []).Select(old => new ConfigurationEntry(EntryId.Of(old), old.From, old.To, old.From, old.To)),
        (was, read) => new ChangeOldAddress(was, new LegacyUrl(read.Text("legacyUrls-from"), read.Text("legacyUrls-to"))), was => new ChangeOldAddress(was, null));

    /// <summary>The key of the text of a value that was chosen, such as <c>localCriteria/(id)/service</c>; null for any other field.</summary>
    public static string? OptionOf(string field, string value) => field.Split('/') is [var list, _, var member]
        ? All.FirstOrDefault(known => known.Member == list)?.Fields.FirstOrDefault(known => known.Name == $"{list}-{member}")?.Options?.FirstOrDefault(option => option.Value == value).TextKey
        : null;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EntryList> All { get; } = [Criteria, ServiceAreas, LifeAreas, OtherServices, OldAddresses];
}

using System.Globalization;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>The municipality's own words and the rules of the house. What the law decides is not among them.</summary>
public sealed class RulesForm : IConfigurationForm
{
    private static readonly string[] ToolFields = ["tool-name", "tool-url", "tool-cutOver", "tool-source"];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? Read(Municipality municipality) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["terms-unitName"] = municipality.Terms.UnitName,
        ["terms-handlingUnitName"] = municipality.Terms.HandlingUnitName,
        ["terms-formName"] = municipality.Terms.FormName,
        ["terms-formAddress"] = municipality.Terms.FormAddress,
        ["terms-decisionWord"] = municipality.Terms.DecisionWord,
        ["intake"] = FieldReader.Write(municipality.Intake),
        ["appointment"] = FieldReader.Write(municipality.Appointment),
        ["serviceAreaDays"] = (municipality.ServiceAreaDays ?? ServiceArea.NationalDays).ToString(CultureInfo.InvariantCulture),
        ["dementiaGround"] = municipality.DementiaGround ? FieldReader.Yes : FieldReader.No,
        ["revisionMonths"] = (municipality.RevisionMonths ?? PlanRevision.Months).ToString(CultureInfo.InvariantCulture),
        ["receivers-habilitation"] = municipality.Receivers?.Habilitation ?? "",
        ["receivers-rehabilitation"] = municipality.Receivers?.Rehabilitation ?? "",
        ["pageLayout"] = FieldReader.Write(municipality.PageLayout),
        ["planRequiresCoordinator"] = municipality.PlanRequiresCoordinator ? FieldReader.Yes : FieldReader.No,
        ["tool-name"] = municipality.Tool?.Name ?? "",
        ["tool-url"] = municipality.Tool?.Url ?? "",
        ["tool-cutOver"] = FieldReader.Write(municipality.Tool?.CutOver),
        ["tool-source"] = municipality.Tool?.Source ?? "",
        ["complaint-receiver"] = municipality.Complaint.Receiver,
        ["complaint-appealBody"] = municipality.Complaint.AppealBody,
        ["complaint-ombud"] = municipality.Complaint.Ombud ?? "",
    };

    /// <inheritdoc/>
    public WrittenEdits Edits(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
    {
        var read = new FieldReader(seen, written);
        var terms = new ChangeTerms(Text("terms-unitName"), Text("terms-handlingUnitName"), Text("terms-formName"), Text("terms-formAddress"), Text("terms-decisionWord"));
        var rules = new ChangeRules(
            Choice<PageLayout>("pageLayout"), Choice<IntakeMode>("intake"), Choice<AppointmentMode>("appointment"), Text("complaint-receiver"), Text("complaint-appealBody"), Text("complaint-ombud"),
            read.Changed("planRequiresCoordinator") ? read.YesOrNo("planRequiresCoordinator") : null, Number("serviceAreaDays"), Text("receivers-habilitation"), Text("receivers-rehabilitation"),
            read.Changed("dementiaGround") ? read.YesOrNo("dementiaGround") : null, Number("revisionMonths"));
        var edits = new List<ConfigurationEdit>();
        if (terms != new ChangeTerms()) edits.Add(terms);
        if (rules != new ChangeRules()) edits.Add(rules);
        if (read.Changed(ToolFields)) edits.Add(new ChangeTool(Tool(read)));
        return new WrittenEdits(edits, read.Unread);

        string? Text(string field) => read.Changed(field) ? read.Text(field) : null;

        int? Number(string field) => read.Changed(field) ? read.Number(field) : null;

        T? Choice<T>(string field)
            where T : struct, Enum => read.Changed(field) ? read.Choice<T>(field) : null;
    }

    // Without anything written there is no tool; with some of it, the check says what is missing.
    private static ToolInUse? Tool(FieldReader read) =>
        ToolFields.All(field => read.Given(field) is null) ? null : new ToolInUse(read.Text("tool-name"), read.Text("tool-source"), read.Day("tool-cutOver"), read.Given("tool-url"));

    /// <inheritdoc/>
    public string FieldOf(EditError error) => error.Field.Replace('/', '-');
}

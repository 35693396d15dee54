using System.Collections.Immutable;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Forms;

namespace IpPlatform.Web.Reports;

/// <summary>From an answered form to a report: meanings decide, not the form's wording.</summary>
internal static class ReportMapping
{
    private const string Yes = "yes";

    /// <summary>The report, without person and files.</summary>
    public static Report ReportOf(FormDefinition form, BoundForm bound, Municipality municipality, string language, IReadOnlyDictionary<string, string> fileNames)
    {
        var role = RoleOf(bound.Value(FieldMeaning.ReporterRole));
        var personName = bound.Value(FieldMeaning.PersonName) ?? (role == ReporterRole.Self ? bound.Value(FieldMeaning.ReporterName) : null);
        return new Report(
            $"{form.Id}/{form.Version}",
            new Reporter(role, bound.Value(FieldMeaning.ReporterName), bound.Value(FieldMeaning.ReporterPhone), bound.Value(FieldMeaning.ReporterOrganisation)),
            null, personName, [.. bound.Values(FieldMeaning.Services).Select(ServiceOf).OfType<MunicipalService>()], bound.Value(FieldMeaning.Need) ?? "",
            bound.Value(FieldMeaning.Urgent) == Yes, AgreesOf(bound.Value(FieldMeaning.PersonAgrees)), bound.Value(FieldMeaning.WishedCoordinator),
            [.. form.Fields().SelectMany(field => AnswersOf(field, bound, language, fileNames))], [], Channel.SignedIn,
            CommonForms.Chosen(bound, municipality).Select(service => Asked(service, language)).ToImmutableArray() is { Length: > 0 } others ? others : null);
    }

    /// <summary>A service of others as it is asked for now: the list may change before it is passed on.</summary>
    public static AskedElsewhere Asked(OtherService service, string language) => new(service.Id, service.Name.In(language), service.Receiver, service.Address);

    private static ReporterRole RoleOf(string? value) => value switch
    {
        "self" => ReporterRole.Self,
        "parent" => ReporterRole.Parent,
        "guardian" => ReporterRole.Guardian,
        "relative" => ReporterRole.Relative,
        "professional" => ReporterRole.Professional,
        "hospital" => ReporterRole.Hospital,
        _ => ReporterRole.Other,
    };

    /// <summary>Who cannot answer has neither agreed nor said no.</summary>
    private static bool? AgreesOf(string? value) => value switch
    {
        Yes or "representative" => true,
        "no" or "notAsked" => false,
        _ => null,
    };

    private static MunicipalService? ServiceOf(string value) => value switch
    {
        "individualPlan" => MunicipalService.IndividualPlan,
        "coordinator" => MunicipalService.Coordinator,
        "childCoordinator" => MunicipalService.ChildCoordinator,
        _ => null,
    };

    /// <summary>The national id is kept in the person's record alone, encrypted; it is no answer to show.</summary>
    private static IEnumerable<ReportAnswer> AnswersOf(FormField field, BoundForm bound, string language, IReadOnlyDictionary<string, string> fileNames)
    {
        if (field.Means is FieldMeaning.PersonNationalId || field.Type is FieldType.NationalId) yield break;
        if (bound.Answers.FirstOrDefault(answer => answer.Field == field.Id) is not { Values.Count: > 0 } answer) yield break;
        var values = answer.Values.Select(value =>
            field.Type == FieldType.File ? fileNames.GetValueOrDefault(value, "")
            : field.Options?.FirstOrDefault(option => option.Value == value)?.Label.In(language) ?? value);
        yield return new ReportAnswer(field.Label.In(language), string.Join(", ", values), field.Id, field.Type is FieldType.Choice or FieldType.Choices ? [.. answer.Values] : null);
    }
}

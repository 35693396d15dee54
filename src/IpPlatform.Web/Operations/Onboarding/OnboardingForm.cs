using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.National;
using IpPlatform.Tenancy.Onboarding;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Texts;
using IpPlatform.Web.Units;

namespace IpPlatform.Web.Operations.Onboarding;

/// <summary>The fields in which an operator writes what a new municipality begins with.</summary>
internal static class OnboardingForm
{
    private static readonly string[] Names = ["slug", "organisationNumber", "language", "postal-line", "postal-postcode", "postal-place", "phone", "source"];

    /// <summary>As it is opened: empty but for an address that nobody has.</summary>
    public static ConfigurationSheet Open(NationalMunicipality municipality, IEnumerable<string> taken) =>
        Of(municipality, Names.ToDictionary(name => name, name => name == "slug" ? SlugSuggestion.Of(municipality, taken) : ""));

    /// <summary>With what was written.</summary>
    public static ConfigurationSheet Of(NationalMunicipality municipality, Func<string, string> written) => Of(municipality, Names.ToDictionary(name => name, written));

    /// <summary>The municipality that is to be made.</summary>
    public static NewTenant Read(NationalMunicipality municipality, IReadOnlyDictionary<string, string> values)
    {
        string Text(string name) => values[name].Trim();
        return new NewTenant(
            municipality, string.Concat(Text("organisationNumber").Where(letter => !char.IsWhiteSpace(letter))), Text("language"),
            new PostalAddress("", Text("postal-line"), Text("postal-postcode"), Text("postal-place")), StaffPhone.Of(Text("phone")) ?? "", Text("source"), Text("slug").ToLowerInvariant());
    }

    /// <summary>Errors at their fields, in their order. That the municipality is here already is no field's.</summary>
    public static IReadOnlyList<FieldFault> Faults(IEnumerable<EditError> errors, UiTexts texts) =>
    [
        .. errors.Where(error => error.Code != EditErrorCode.NumberTaken)
            .Select(error => new FieldFault(FieldOf(error), error.Field == "language" ? texts["Ops_NewLanguageMissing"] : texts.Edit(error)))
            .DistinctBy(fault => fault.Field)
            .OrderBy(fault => Array.IndexOf(Names, fault.Field)),
    ];

    private static ConfigurationSheet Of(NationalMunicipality municipality, Dictionary<string, string> values) => new(0, Read(municipality, values).Configuration(), values);

    private static string FieldOf(EditError error) => error.Field.Split('/') switch
    {
        ["contacts", _, .. var rest] => string.Join('-', rest),
        _ => error.Field,
    };
}

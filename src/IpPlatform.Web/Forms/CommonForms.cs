using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Texts;

namespace IpPlatform.Web.Forms;

/// <summary>A municipality's form as people meet it: in a common application with the question about the services of others (O-021).</summary>
internal static class CommonForms
{
    /// <summary>The form with the question, in the product's words.</summary>
    public static FormDefinition Of(FormDefinition form, Municipality municipality) => CommonApplication.With(form, municipality, Say("Common_Question"), Say("Common_QuestionHelp"));

    /// <summary>The services of others that are asked for, as they are now, in the applicant's language.</summary>
    public static IEnumerable<OtherService> Chosen(BoundForm bound, Municipality municipality)
    {
        var chosen = CommonApplication.Chosen(bound);
        return OtherService.Of(municipality).Where(service => chosen.Contains(service.Id));
    }

    private static LocalText Say(string key) => new(UiTexts.Of("nn")[key], UiTexts.Of("nb")[key], UiTexts.Of("en")[key]);
}

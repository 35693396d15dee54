using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.National;

namespace IpPlatform.Tenancy.Onboarding;

/// <summary>What an operator has to know of a municipality before it can have a page: everything else its own admin writes afterwards.</summary>
/// <param name="Municipality">Which, from the national list.</param>
/// <param name="OrganisationNumber">Nine digits.</param>
/// <param name="Language">Form of Norwegian: <c>nn</c> or <c>nb</c>.</param>
/// <param name="Post">Where a form on paper is sent (O-026); the recipient is the unit.</param>
/// <param name="Phone">Of the switchboard, E.164.</param>
/// <param name="Source">Where address and phone were found.</param>
/// <param name="ChosenSlug">Its address on the platform, when it is another than <see cref="SlugSuggestion"/> says.</param>
public sealed record NewTenant(
    NationalMunicipality Municipality, string OrganisationNumber, string Language, PostalAddress Post, string Phone, string Source, string? ChosenSlug = null)
{
    private bool Nynorsk => Language == "nn";

    // Two that bear the same name have their county behind it in the list.
    private string Name => Municipality.Name.Split(" (")[0];

    /// <summary>The municipality's name, such as «Masfjorden kommune».</summary>
    public string FullName => $"{Name} kommune";

    /// <summary>Its id, internal and permanent.</summary>
    public string Id => IdOf(Municipality);

    /// <summary>The address on the platform.</summary>
    public string Slug => ChosenSlug ?? SlugSuggestion.Of(Municipality);

    internal static string IdOf(NationalMunicipality municipality) => $"k{municipality.Number}";

    /// <summary>The configuration that the municipality begins with: in trial (S-21), with the product's own texts, which follow the law.</summary>
    public Municipality Configuration()
    {
        var name = FullName;
        var unit = Nynorsk ? "Koordinerande eining" : "Koordinerende enhet";
        return new Municipality(
            Id, Slug, name, Municipality.Number, OrganisationNumber, Language,
            PageLayout.Merged, IntakeMode.NeedReport, AppointmentMode.OneStep,
            new MunicipalTerms(unit, unit, "Meld behov for individuell plan eller koordinator", "meld", Nynorsk ? "avgjerd" : "avgjørelse"),
            [MunicipalService.IndividualPlan, MunicipalService.Coordinator, MunicipalService.ChildCoordinator],
            [
                new ContactPoint(ContactPurpose.Switchboard, "Sentralbordet", Source, Phone: Phone, Id: "sentralbord"),
                new ContactPoint(ContactPurpose.Submission, "Skjema på papir", Source, Postal: Post with { Recipient = $"{name}, {unit}" }, Id: "skjema-papir"),
            ],
            [], new ComplaintRoute(name, AppealBodies.Of(Municipality.County, Language)))
        {
            Forms = [FormTemplate.For(name)],
        };
    }
}

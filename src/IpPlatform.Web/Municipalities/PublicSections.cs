using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Municipalities;

/// <summary>A part of a public page under a heading of its own; its name is also its place on the page.</summary>
/// <param name="Name">The block that stands in it; of several the first.</param>
/// <param name="Heading">Key of the heading's text.</param>
/// <param name="Blocks">What stands there, in order.</param>
public sealed record PublicSection(string Name, string Heading, params IReadOnlyList<string> Blocks);

/// <summary>
/// One model of what is said about the services, for one page or a page each (O-014). The headings are fixed (O-128), and what it
/// costs is no text of the municipality's (O-015).
/// </summary>
public static class PublicSections
{
    /// <summary>Name of the section that says that everything is free.</summary>
    public const string Price = "pris";

    /// <summary>Name of the section with whom to contact.</summary>
    public const string Contact = "kontakt";

    private const string Criteria = "who-has-a-right";
    private const string ChildCriteria = "who-has-a-right-child";

    /// <summary>All services on one page.</summary>
    public static IEnumerable<PublicSection> All(Municipality municipality)
    {
        yield return How(municipality);
        yield return Cost;
        foreach (var service in InOrder(municipality)) yield return new(BlockOf(service), HeadingOf(service), BlockOf(service));
        // The law gives families their right whether the municipality has a page about it or not.
        yield return new(Criteria, CriteriaHeading(municipality), Criteria, ChildCriteria);
        foreach (var section in After) yield return section;
    }

    /// <summary>One service on a page of its own.</summary>
    public static IEnumerable<PublicSection> Of(Municipality municipality, MunicipalService service)
    {
        var criteria = service == MunicipalService.ChildCoordinator ? ChildCriteria : Criteria;
        return [How(municipality), Cost, new(BlockOf(service), "Muni_GetHeading", BlockOf(service)), new(criteria, CriteriaHeading(municipality), criteria), .. After];
    }

    /// <summary>All blocks that a municipality's pages show.</summary>
    public static IReadOnlyList<string> BlocksOf(Municipality municipality) => ["intro", .. All(municipality).SelectMany(section => section.Blocks)];

    /// <summary>What a municipality offers, in the order of its pages.</summary>
    public static IEnumerable<MunicipalService> InOrder(Municipality municipality) =>
        ((MunicipalService[])[MunicipalService.Coordinator, MunicipalService.IndividualPlan, MunicipalService.ChildCoordinator]).Where(municipality.Services.Contains);

    /// <summary>The last part of the address of a service's page.</summary>
    public static string AddressOf(MunicipalService service) => service switch
    {
        MunicipalService.IndividualPlan => "individuell-plan",
        MunicipalService.Coordinator => "koordinator",
        MunicipalService.ChildCoordinator => "barnekoordinator",
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, null),
    };

    /// <summary>The block that describes a service.</summary>
    public static string BlockOf(MunicipalService service) => service switch
    {
        MunicipalService.IndividualPlan => "individual-plan",
        MunicipalService.Coordinator => "coordinator",
        MunicipalService.ChildCoordinator => "child-coordinator",
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, null),
    };

    /// <summary>Key of what a service is called.</summary>
    public static string HeadingOf(MunicipalService service) => Cases.ServiceText.Key(service);

    private static PublicSection Cost { get; } = new(Price, "Muni_PriceHeading");

    private static IReadOnlyList<PublicSection> After { get; } =
        [new("what-happens-next", "Muni_NextHeading", "what-happens-next"), new(Contact, "Muni_ContactUs", "contact"), new("complaint", "Muni_ComplainHeading", "complaint")];

    // Where the municipality has no application, nobody applies: she reports, and asks whether she has a right.
    private static PublicSection How(Municipality municipality) => new("how-to-ask", Applies(municipality) ? "Muni_ApplyHeading" : "Muni_HowHeading", "how-to-ask");

    private static string CriteriaHeading(Municipality municipality) => Applies(municipality) ? "Muni_CriteriaHeading" : "Muni_WhoHeading";

    private static bool Applies(Municipality municipality) => municipality.Terms.FormAddress == "sok";
}

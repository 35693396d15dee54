using System.Text.Json.Serialization;
using IpPlatform.Domain.Forms;

namespace IpPlatform.Domain.Tenants;

/// <summary>A municipality's own configuration, as its files say it. Every list may be empty; what is unknown is left out, never guessed.</summary>
/// <param name="Id">Internal and permanent.</param>
/// <param name="Slug">Address on the platform.</param>
/// <param name="Name">The municipality's name, such as «Luster kommune».</param>
/// <param name="Number">Four digits, of 2024.</param>
/// <param name="OrganisationNumber">Nine digits with a check digit.</param>
/// <param name="Language">Form of Norwegian: <c>nn</c> or <c>nb</c>.</param>
/// <param name="PageLayout">One page for all services, or one each (O-014).</param>
/// <param name="Intake">How a need is reported (O-021).</param>
/// <param name="Appointment">Who chooses the coordinator.</param>
/// <param name="Terms">The municipality's own words.</param>
/// <param name="Services">What it offers.</param>
/// <param name="Contacts">Whom to turn to, each with its source.</param>
/// <param name="LocalCriteria">Its own criteria, always advisory (O-029).</param>
/// <param name="Complaint">Where a complaint goes.</param>
/// <param name="Tool">The tool in use today, until cut-over (O-119).</param>
/// <param name="Links">Outward links.</param>
/// <param name="LegacyUrls">Old addresses and where they lead now (O-132).</param>
/// <param name="PlanRequiresCoordinator">No plan is opened before somebody coordinates (O-056).</param>
/// <param name="ServiceAreas">Who can be asked to appoint a coordinator, where the unit does not appoint itself (O-040).</param>
/// <param name="ServiceAreaDays">Days within which a service area appoints; null for <see cref="ServiceArea.NationalDays"/>, and never more.</param>
/// <param name="Receivers">Who receives a need that is not the unit's (O-028); null for nobody else.</param>
/// <param name="DementiaGround">Dementia is a ground of its own for a coordinator, also when help comes from one place (O-036).</param>
/// <param name="LifeAreas">What a person's situation is mapped by, in order (O-069); null for <see cref="LifeArea.National"/>.</param>
/// <param name="RevisionMonths">Months between a plan's revisions (O-076); null for <see cref="Plans.PlanRevision.Months"/>.</param>
/// <param name="TextDates">When its texts were written and gone through (O-013).</param>
/// <param name="OtherServices">What else its common application asks about, and who answers that (O-021).</param>
/// <param name="Film">A film about coordinator and plan (O-010).</param>
/// <param name="Theme">Its colours; null for <see cref="MunicipalTheme.Fjord"/>.</param>
/// <param name="Languages">The languages that its pages are offered in, its own among them; null for all three.</param>
/// <param name="Logo">Its logo, whose picture is kept apart.</param>
public sealed record Municipality(
    string Id, string Slug, string Name, string Number, string OrganisationNumber, string Language,
    PageLayout PageLayout, IntakeMode Intake, AppointmentMode Appointment, MunicipalTerms Terms,
    IReadOnlyList<MunicipalService> Services, IReadOnlyList<ContactPoint> Contacts, IReadOnlyList<LocalCriterion> LocalCriteria,
    ComplaintRoute Complaint, ToolInUse? Tool = null, IReadOnlyList<MunicipalLink>? Links = null, IReadOnlyList<LegacyUrl>? LegacyUrls = null,
    bool PlanRequiresCoordinator = false, IReadOnlyList<ServiceArea>? ServiceAreas = null, int? ServiceAreaDays = null,
    NeedReceivers? Receivers = null, bool DementiaGround = false, IReadOnlyList<LifeArea>? LifeAreas = null, int? RevisionMonths = null,
    IReadOnlyList<TextDates>? TextDates = null, IReadOnlyList<OtherService>? OtherServices = null, MunicipalFilm? Film = null,
    MunicipalTheme? Theme = null, IReadOnlyList<string>? Languages = null, MunicipalLogo? Logo = null)
{
    /// <summary>Municipality and operator have taken it into use together (S-21). No file and no edit says so: it stands in <see cref="TenantOperation"/>.</summary>
    [JsonIgnore]
    public bool InOperation { get; init; }

    /// <summary>Its forms, which have files of their own.</summary>
    public IReadOnlyList<FormDefinition> Forms { get; init; } = [];

    /// <summary>Whether its pages are offered in a language: always in its own.</summary>
    public bool Offers(string language) => language == Language || Languages?.Contains(language) != false;

    /// <summary>A form, or null.</summary>
    public FormDefinition? Form(string id) => Forms.FirstOrDefault(form => form.Id == id);

    /// <summary>The municipality's own blocks of text. They stand in files of their own, so <c>tenant.json</c> knows no such member.</summary>
    public IReadOnlyList<MunicipalText> Texts { get; init; } = [];
}

/// <summary>One page for all services, or one each.</summary>
public enum PageLayout
{
    /// <summary>One page.</summary>
    Merged = 1,

    /// <summary>A page for each service.</summary>
    Split = 2,
}

/// <summary>How a need reaches the unit.</summary>
public enum IntakeMode
{
    /// <summary>A report of need.</summary>
    NeedReport = 1,

    /// <summary>An application.</summary>
    Application = 2,

    /// <summary>A tick in the common application for health and care services.</summary>
    CommonApplication = 3,
}

/// <summary>How a coordinator is found.</summary>
public enum AppointmentMode
{
    /// <summary>The unit appoints.</summary>
    OneStep = 1,

    /// <summary>The unit chooses a service area, which appoints.</summary>
    TwoStepServiceArea = 2,
}

/// <summary>What the municipality offers.</summary>
public enum MunicipalService
{
    /// <summary>Individual plan.</summary>
    IndividualPlan = 1,

    /// <summary>Coordinator.</summary>
    Coordinator = 2,

    /// <summary>Children's coordinator.</summary>
    ChildCoordinator = 3,
}

/// <summary>The municipality's own words. <paramref name="FormAddress"/> is <c>meld</c> or <c>sok</c>.</summary>
public sealed record MunicipalTerms(string UnitName, string HandlingUnitName, string FormName, string FormAddress, string DecisionWord);

/// <summary>A criterion of the municipality's own. It can never carry a refusal alone.</summary>
public sealed record LocalCriterion(MunicipalService Service, string Text, string Source);

/// <summary>Who receives a complaint and which body decides it at last.</summary>
/// <param name="Receiver">Where it is sent.</param>
/// <param name="AppealBody">Who decides it at last.</param>
/// <param name="LocalBody">Who looks at it again in the municipality.</param>
/// <param name="Source">Where that was read.</param>
/// <param name="Ombud">Where the patient and user ombud of the county is reached; null gives the national address.</param>
public sealed record ComplaintRoute(string Receiver, string AppealBody, string? LocalBody = null, string? Source = null, string? Ombud = null);

/// <summary>The tool that a municipality uses today.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Source">Where that was read.</param>
/// <param name="CutOver">The first day on which plans are here instead; null as long as none is set.</param>
/// <param name="Url">Where one signs in to it.</param>
public sealed record ToolInUse(string Name, string Source, DateOnly? CutOver = null, string? Url = null)
{
    /// <summary>Whether plans are still in it on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(CutOver <= day);
}

/// <summary>A link outward (O-008).</summary>
/// <param name="Label">What people read.</param>
/// <param name="Url">Where it leads, over https.</param>
/// <param name="Language"><c>nn</c>, <c>nb</c> or <c>en</c> when only readers of that language see it.</param>
/// <param name="Fallback">What is said instead while the link does not work; null lets the label stand alone.</param>
public sealed record MunicipalLink(string Label, string Url, string? Language = null, string? Fallback = null)
{
    /// <summary>The most that one municipality has.</summary>
    public const int Most = 30;
}

/// <summary>An old address.</summary>
public sealed record LegacyUrl(string From, string To);

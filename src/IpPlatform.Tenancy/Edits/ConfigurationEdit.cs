using System.Text.Json.Serialization;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Edits;

/// <summary>
/// A change that a municipality's administrator makes to what the files say. It names only what it changes, so that a later change
/// in the files to something else comes through.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ChangeContact), "changeContact")]
[JsonDerivedType(typeof(AddContact), "addContact")]
[JsonDerivedType(typeof(EndContact), "endContact")]
[JsonDerivedType(typeof(ChangeText), "changeText")]
[JsonDerivedType(typeof(ReviewText), "reviewText")]
[JsonDerivedType(typeof(ChangeLinks), "changeLinks")]
[JsonDerivedType(typeof(ChangeTerms), "changeTerms")]
[JsonDerivedType(typeof(ChangeRules), "changeRules")]
[JsonDerivedType(typeof(ChangeForm), "changeForm")]
[JsonDerivedType(typeof(ChangeOldAddress), "changeOldAddress")]
[JsonDerivedType(typeof(ChangeCriterion), "changeCriterion")]
[JsonDerivedType(typeof(ChangeServiceArea), "changeServiceArea")]
[JsonDerivedType(typeof(ChangeLifeArea), "changeLifeArea")]
[JsonDerivedType(typeof(ChangeTool), "changeTool")]
[JsonDerivedType(typeof(ChangeOtherService), "changeOtherService")]
[JsonDerivedType(typeof(ChangeFilm), "changeFilm")]
[JsonDerivedType(typeof(ChangeLook), "changeLook")]
public abstract record ConfigurationEdit;

/// <summary>Changes fields of a contact.</summary>
/// <param name="Contact">Its id.</param>
/// <param name="Fields">What becomes of it.</param>
public sealed record ChangeContact(string Contact, ContactFields Fields) : ConfigurationEdit;

/// <summary>Fields of a contact. One that is null stays as it is; one named in <paramref name="Clear"/>, such as <c>phone</c>, is emptied.</summary>
public sealed record ContactFields(
    string? Label = null, string? Source = null, string? Role = null, string? Person = null, string? Topic = null, string? Phone = null, string? Email = null,
    PostalAddress? Postal = null, VisitingAddress? Visiting = null, WeeklyHours? Hours = null, WeeklyHours? PhoneHours = null,
    DateOnly? ValidFrom = null, DateOnly? ValidTo = null, DateOnly? VerifiedAt = null, IReadOnlyList<string>? Clear = null, IReadOnlyList<HoursException>? Exceptions = null);

/// <summary>Adds a contact.</summary>
/// <param name="Contact">The contact; its id is chosen by the sender.</param>
public sealed record AddContact(ContactPoint Contact) : ConfigurationEdit;

/// <summary>Says the last day that a contact holds. It stays in the configuration, so that nobody wonders where it went.</summary>
/// <param name="Contact">Its id.</param>
/// <param name="LastDay">The last day.</param>
public sealed record EndContact(string Contact, DateOnly LastDay) : ConfigurationEdit;

/// <summary>Changes a block of text.</summary>
/// <param name="Language"><c>nn</c>, <c>nb</c> or <c>en</c>.</param>
/// <param name="Block">Name of the block.</param>
/// <param name="Markdown">The text; null to let the product's own text stand there.</param>
/// <param name="On">The day; the platform says it, never the sender.</param>
/// <param name="By">Who; likewise.</param>
public sealed record ChangeText(string Language, string Block, string? Markdown, DateOnly? On = null, string? By = null) : ConfigurationEdit;

/// <summary>Says that somebody has gone through a block of text and that it holds (O-013).</summary>
/// <param name="Block">Name of the block.</param>
/// <param name="On">The day; the platform says it, never the sender.</param>
/// <param name="By">Who; likewise.</param>
public sealed record ReviewText(string Block, DateOnly? On = null, string? By = null) : ConfigurationEdit;

/// <summary>Changes the links outward.</summary>
/// <param name="Links">All of them, in the order of the page.</param>
public sealed record ChangeLinks(IReadOnlyList<MunicipalLink> Links) : ConfigurationEdit;

/// <summary>Changes the municipality's own words; null leaves one as it is.</summary>
public sealed record ChangeTerms(
    string? UnitName = null, string? HandlingUnitName = null, string? FormName = null, string? FormAddress = null, string? DecisionWord = null) : ConfigurationEdit;

/// <summary>Changes the rules of the house; null leaves one as it is. The law's own limits are not among them.</summary>
/// <param name="PageLayout">One page for all services, or one each.</param>
/// <param name="Intake">How a need is reported.</param>
/// <param name="Appointment">Who chooses the coordinator.</param>
/// <param name="ComplaintReceiver">Who receives a complaint.</param>
/// <param name="AppealBody">Which body decides it at last.</param>
/// <param name="Ombud">Where the ombud of the county is reached; empty for the national address.</param>
/// <param name="PlanRequiresCoordinator">No plan is opened before somebody coordinates (O-056).</param>
/// <param name="ServiceAreaDays">Days within which a service area appoints (O-040).</param>
/// <param name="HabilitationReceiver">Id of the contact that receives a need of habilitation (O-028); empty for none.</param>
/// <param name="RehabilitationReceiver">The same for rehabilitation.</param>
/// <param name="DementiaGround">Dementia is a ground of its own for a coordinator (O-036).</param>
/// <param name="RevisionMonths">Months between a plan's revisions (O-076).</param>
public sealed record ChangeRules(
    PageLayout? PageLayout = null, IntakeMode? Intake = null, AppointmentMode? Appointment = null, string? ComplaintReceiver = null, string? AppealBody = null,
    string? Ombud = null, bool? PlanRequiresCoordinator = null, int? ServiceAreaDays = null,
    string? HabilitationReceiver = null, string? RehabilitationReceiver = null, bool? DementiaGround = null, int? RevisionMonths = null) : ConfigurationEdit;

/// <summary>Changes one of the old addresses (O-132); a link by http is taken in as https.</summary>
/// <param name="Was">Which one, by its id; null to add one.</param>
/// <param name="Becomes">What becomes of it; null to remove it.</param>
public sealed record ChangeOldAddress(string? Was, LegacyUrl? Becomes) : ConfigurationEdit;

/// <summary>Changes one of the municipality's own criteria, which advise and never carry a refusal (O-029).</summary>
/// <param name="Was">Which one, by its id; null to add one.</param>
/// <param name="Becomes">What becomes of it; null to remove it.</param>
public sealed record ChangeCriterion(string? Was, LocalCriterion? Becomes) : ConfigurationEdit;

/// <summary>Changes one of the service areas that can be asked to appoint (O-040).</summary>
/// <param name="Was">Which one, by its id; null to add one.</param>
/// <param name="Becomes">What becomes of it; null to remove it.</param>
public sealed record ChangeServiceArea(string? Was, ServiceArea? Becomes) : ConfigurationEdit;

/// <summary>Changes one of the life areas (O-069).</summary>
/// <param name="Was">Which one, by its id; null to add one.</param>
/// <param name="Becomes">What becomes of it; null to remove it.</param>
/// <param name="Place">Where in the order it stands, from 1; null to leave it where it is, or last.</param>
public sealed record ChangeLifeArea(string? Was, LifeArea? Becomes, int? Place = null) : ConfigurationEdit;

/// <summary>Changes one of the services that the common application asks about and others answer (O-021).</summary>
/// <param name="Was">Which one, by its id; null to add one.</param>
/// <param name="Becomes">What becomes of it; null to remove it.</param>
public sealed record ChangeOtherService(string? Was, OtherService? Becomes) : ConfigurationEdit;

/// <summary>Says which tool is in use until cut-over (O-119); a link by http is taken in as https.</summary>
/// <param name="Becomes">The tool; null when there is none.</param>
public sealed record ChangeTool(ToolInUse? Becomes) : ConfigurationEdit;

/// <summary>Places a film on the municipality's page (O-010).</summary>
/// <param name="Becomes">The film; null when there is none.</param>
public sealed record ChangeFilm(MunicipalFilm? Becomes) : ConfigurationEdit;

/// <summary>Changes how the pages look and in which languages they are offered; null leaves each as it is.</summary>
/// <param name="Theme">The colours.</param>
/// <param name="Languages">All languages that are offered, the municipality's own among them.</param>
/// <param name="Logo">The logo, by the hash under which its picture was taken in.</param>
/// <param name="RemoveLogo">There is no logo any more.</param>
public sealed record ChangeLook(MunicipalTheme? Theme = null, IReadOnlyList<string>? Languages = null, MunicipalLogo? Logo = null, bool RemoveLogo = false) : ConfigurationEdit;

/// <summary>Puts a new version of a form in force. Whoever has begun to fill in an earlier one goes on with that.</summary>
/// <param name="Form">The whole form, its version higher than any before it.</param>
public sealed record ChangeForm(FormDefinition Form) : ConfigurationEdit;

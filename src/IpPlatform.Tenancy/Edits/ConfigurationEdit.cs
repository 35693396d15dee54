using System.Text.Json.Serialization;
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
public sealed record ChangeRules(
    PageLayout? PageLayout = null, IntakeMode? Intake = null, AppointmentMode? Appointment = null, string? ComplaintReceiver = null, string? AppealBody = null,
    string? Ombud = null, bool? PlanRequiresCoordinator = null) : ConfigurationEdit;

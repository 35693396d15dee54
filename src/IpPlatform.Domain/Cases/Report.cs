using System.Collections.Immutable;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Cases;

/// <summary>A report as it came in.</summary>
/// <param name="FormVersion">Which version of the municipality's form.</param>
/// <param name="Reporter">Who reports.</param>
/// <param name="PersonId">Whom it is about, when that is known by national id.</param>
/// <param name="PersonName">The name that the reporter gave.</param>
/// <param name="Services">What is asked for.</param>
/// <param name="Need">In the reporter's words; at most 10,000 characters (O-019).</param>
/// <param name="Urgent">The reporter says that it is urgent.</param>
/// <param name="PersonAgrees">Whether the person, or who consents for her, knows of and agrees to the report; null when she reports herself or cannot answer.</param>
/// <param name="WishedCoordinator">Whom the person would like (O-047).</param>
/// <param name="Answers">Everything that was asked and answered, as the reporter saw it.</param>
/// <param name="Files">Attachments.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Others">What else is asked for in a common application, to be passed on (O-021); null in any other.</param>
[GenerateSerializer, Immutable, Alias("report")]
public sealed record Report(
    [property: Id(0)] string FormVersion, [property: Id(1)] Reporter Reporter, [property: Id(2)] Guid? PersonId, [property: Id(3)] string? PersonName,
    [property: Id(4)] ImmutableArray<MunicipalService> Services, [property: Id(5)] string Need, [property: Id(6)] bool Urgent, [property: Id(7)] bool? PersonAgrees,
    [property: Id(8)] string? WishedCoordinator, [property: Id(9)] ImmutableArray<ReportAnswer> Answers, [property: Id(10)] ImmutableArray<ReportFile> Files, [property: Id(11)] Channel Channel,
    [property: Id(12)] ImmutableArray<AskedElsewhere>? Others = null);

/// <summary>A service that is asked for here and answered by others, as it was when it was asked for.</summary>
/// <param name="Service">Its id in the municipality's list.</param>
/// <param name="Name">What it was called, in the applicant's language.</param>
/// <param name="Receiver">Who was to answer.</param>
/// <param name="Address">Where they were reached.</param>
[GenerateSerializer, Immutable, Alias("asked-elsewhere")]
public sealed record AskedElsewhere([property: Id(0)] string Service, [property: Id(1)] string Name, [property: Id(2)] string Receiver, [property: Id(3)] string? Address);

/// <summary>Who reports.</summary>
[GenerateSerializer, Immutable, Alias("reporter")]
public sealed record Reporter([property: Id(0)] ReporterRole Role, [property: Id(1)] string? Name, [property: Id(2)] string? Phone, [property: Id(3)] string? Organisation);

/// <summary>How the reporter stands to the person.</summary>
[GenerateSerializer, Alias("reporter-role")]
public enum ReporterRole
{
    /// <summary>The person herself.</summary>
    Self = 1,

    /// <summary>A parent or other custodian.</summary>
    Parent = 2,

    /// <summary>A guardian.</summary>
    Guardian = 3,

    /// <summary>A relative.</summary>
    Relative = 4,

    /// <summary>A professional.</summary>
    Professional = 5,

    /// <summary>Somebody else.</summary>
    Other = 6,

    /// <summary>The hospital, about somebody who is there.</summary>
    Hospital = 7,
}

/// <summary>A question and its answer.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Answer">As it reads.</param>
/// <param name="Field">Of the form; null in reports from before it was kept, and in those that came without a form.</param>
/// <param name="Values">What was chosen; null where nothing is to choose from.</param>
[GenerateSerializer, Immutable, Alias("report-answer")]
public sealed record ReportAnswer([property: Id(0)] string Question, [property: Id(1)] string Answer, [property: Id(2)] string? Field = null, [property: Id(3)] ImmutableArray<string>? Values = null);

/// <summary>An attachment.</summary>
[GenerateSerializer, Immutable, Alias("report-file")]
public sealed record ReportFile([property: Id(0)] Guid BlobId, [property: Id(1)] string Name, [property: Id(2)] string MediaType, [property: Id(3)] int Length);

/// <summary>What an assessment finds.</summary>
[GenerateSerializer, Alias("finding")]
public enum Finding
{
    /// <summary>The criterion is met.</summary>
    Met = 1,

    /// <summary>It is not.</summary>
    NotMet = 2,

    /// <summary>More has to be known.</summary>
    Unclear = 3,
}

/// <summary>What is decided for one service.</summary>
[GenerateSerializer, Immutable, Alias("service-outcome")]
public sealed record ServiceOutcome([property: Id(0)] MunicipalService Service, [property: Id(1)] bool Granted);

using System.Collections.Immutable;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Cases;

/// <summary>What has happened in a case.</summary>
public abstract record CaseEvent;

/// <summary>A report came in.</summary>
[StoredName("report-received")]
public sealed record ReportReceived(
    string Number, string FormVersion, ReporterRole ReporterRole, [property: Personal] string? ReporterName, [property: Personal] string? ReporterPhone,
    [property: Personal] string? ReporterOrganisation, Guid? PersonId, [property: Personal] string? PersonName, ImmutableArray<MunicipalService> Services,
    [property: Personal] string Need, bool Urgent, bool? PersonAgrees, [property: Personal] string? WishedCoordinator,
    [property: Personal] ImmutableArray<ReportAnswer> Answers, [property: Personal] ImmutableArray<ReportFile> Files, Channel Channel, DateOnly AnswerBy, string AnswerSource, DateTimeOffset At,
    ImmutableArray<AskedElsewhere>? Others = null) : CaseEvent;

/// <summary>An employee took the case on.</summary>
[StoredName("case-taken")]
public sealed record CaseTaken(Guid Handler, DateTimeOffset At) : CaseEvent;

/// <summary>It became known whom the case is about.</summary>
[StoredName("case-person-linked")]
public sealed record CasePersonLinked(Guid PersonId, DateTimeOffset At) : CaseEvent;

/// <summary>The case became urgent, or not after all.</summary>
[StoredName("case-urgency-set")]
public sealed record CaseUrgencySet(bool Urgent, DateTimeOffset At) : CaseEvent;

/// <summary>A criterion was assessed.</summary>
[StoredName("criterion-assessed")]
public sealed record CriterionAssessed(MunicipalService Service, string Criterion, bool Local, Finding Finding, [property: Personal] string? Note, DateTimeOffset At) : CaseEvent;

/// <summary>The unit's leader let a local criterion stand among the grounds of a refusal.</summary>
[StoredName("local-ground-approved")]
public sealed record LocalGroundApproved(Guid By, [property: Personal] string Reason, DateTimeOffset At) : CaseEvent;

/// <summary>The citizen was told that it takes longer.</summary>
[StoredName("interim-reply-sent")]
public sealed record InterimReplySent([property: Personal] string Reason, DateOnly Expected, DateTimeOffset At) : CaseEvent;

/// <summary>The case was decided, with its letter.</summary>
[StoredName("case-decided")]
public sealed record CaseDecided(
    Guid PersonId, ImmutableArray<ServiceOutcome> Outcomes, [property: Personal] string Reasons, LetterSettings Settings, ImmutableArray<string> Sources,
    DateOnly Dated, DateOnly? ComplainBy, string? ComplaintSource, Guid DecidedBy, DateTimeOffset At) : CaseEvent;

/// <summary>The person, or who consents for her, agreed to what a professional had reported without asking.</summary>
[StoredName("person-agreed")]
public sealed record PersonAgreed(Channel Channel, DateTimeOffset At) : CaseEvent;

/// <summary>The reporter got advice, and nothing more could be done without the person's agreement.</summary>
[StoredName("case-closed-with-advice")]
public sealed record CaseClosedWithAdvice([property: Personal] string Advice, DateTimeOffset At) : CaseEvent;

/// <summary>The person did not want it after all.</summary>
[StoredName("case-withdrawn")]
public sealed record CaseWithdrawn(Channel Channel, DateTimeOffset At) : CaseEvent;

/// <summary>The answer's last day passed without one.</summary>
[StoredName("answer-overdue")]
public sealed record AnswerOverdue(DateOnly Due, DateTimeOffset At) : CaseEvent;

/// <summary>A service that others answer was passed on to them (O-021).</summary>
[StoredName("service-passed-on")]
public sealed record ServicePassedOn(string Service, DateOnly On, [property: Personal] string Receiver, Guid By, DateTimeOffset At) : CaseEvent;

/// <summary>It was not passed on after all.</summary>
[StoredName("service-pass-on-undone")]
public sealed record ServicePassOnUndone(string Service, Guid By, DateTimeOffset At) : CaseEvent;

using System.Collections.Immutable;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Cases;

/// <summary>What can be asked of a case.</summary>
[GenerateSerializer, Immutable, Alias("case-command")]
public abstract record CaseCommand;

/// <summary>Receive a report of need or an application (O-019 to O-021).</summary>
[GenerateSerializer, Immutable, Alias("receive-report")]
public sealed record ReceiveReport([property: Id(0)] string Number, [property: Id(1)] Report Report) : CaseCommand;

/// <summary>An employee takes the case on.</summary>
[GenerateSerializer, Immutable, Alias("take-case")]
public sealed record TakeCase : CaseCommand;

/// <summary>Say whom the case is about.</summary>
[GenerateSerializer, Immutable, Alias("link-person")]
public sealed record LinkPerson([property: Id(0)] Guid PersonId) : CaseCommand;

/// <summary>Say whether the case is urgent.</summary>
[GenerateSerializer, Immutable, Alias("set-urgency")]
public sealed record SetUrgency([property: Id(0)] bool Urgent) : CaseCommand;

/// <summary>Assess one criterion for one service. National ones come from the law registry; a local one is advisory (O-029).</summary>
[GenerateSerializer, Immutable, Alias("assess-criterion")]
public sealed record AssessCriterion(
    [property: Id(0)] MunicipalService Service, [property: Id(1)] string Criterion, [property: Id(2)] bool Local, [property: Id(3)] Finding Finding, [property: Id(4)] string? Note) : CaseCommand;

/// <summary>The unit's leader lets a local criterion stand among the grounds of a refusal, beside a national one that is not met (O-029).</summary>
[GenerateSerializer, Immutable, Alias("approve-local-ground")]
public sealed record ApproveLocalGround([property: Id(0)] string Reason) : CaseCommand;

/// <summary>Tell the citizen that it takes longer: why, and when an answer can be expected (fvl § 11 a, both are required).</summary>
[GenerateSerializer, Immutable, Alias("send-interim-reply")]
public sealed record SendInterimReply([property: Id(0)] string Reason, [property: Id(1)] DateOnly Expected) : CaseCommand;

/// <summary>Decide. The municipality's settings in force are given by the server; the letter is part of what is decided (S-22).</summary>
[GenerateSerializer, Immutable, Alias("decide-case")]
public sealed record DecideCase(
    [property: Id(0)] ImmutableArray<ServiceOutcome> Outcomes, [property: Id(1)] string Reasons, [property: Id(2)] LetterSettings Settings, [property: Id(3)] long SeenVersion) : CaseCommand;

/// <summary>The person, or who consents for her, agrees after all; the case is then like any other (S-15).</summary>
[GenerateSerializer, Immutable, Alias("record-agreement")]
public sealed record RecordAgreement([property: Id(0)] Channel Channel) : CaseCommand;

/// <summary>Close a report about somebody who has not agreed, with the advice that the reporter got (S-15).</summary>
/// <param name="Advice">What was advised, without a word of the person; at most 10,000 characters.</param>
[GenerateSerializer, Immutable, Alias("close-with-advice")]
public sealed record CloseWithAdvice([property: Id(0)] string Advice) : CaseCommand;

/// <summary>The person does not want it after all.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-case")]
public sealed record WithdrawCase([property: Id(0)] Channel Channel) : CaseCommand;

/// <summary>Say that a service which others answer was passed on to them, when and to whom (O-021).</summary>
[GenerateSerializer, Immutable, Alias("pass-on-service")]
public sealed record PassOnService([property: Id(0)] string Service, [property: Id(1)] DateOnly On, [property: Id(2)] string Receiver) : CaseCommand;

/// <summary>It was not passed on after all.</summary>
[GenerateSerializer, Immutable, Alias("undo-pass-on")]
public sealed record UndoPassOn([property: Id(0)] string Service) : CaseCommand;

/// <summary>The answer's last day has come (arrives as a clock from the case itself).</summary>
[GenerateSerializer, Immutable, Alias("note-overdue")]
public sealed record NoteOverdue([property: Id(0)] DateOnly Due) : CaseCommand;

using System.Collections.Immutable;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Cases;

/// <summary>A case as its rules see it.</summary>
public sealed record CaseState(
    Guid CaseId, long Version, CaseStatus Status, string Number, Report? Report, Guid? PersonId, bool Urgent, Guid? Handler, DateTimeOffset ReceivedAt, DateOnly DueOn, string DueSource,
    bool Overdue, ImmutableArray<Assessed> Assessment, ImmutableArray<InterimReply> InterimReplies, Letter? Letter, ImmutableArray<CaseStep> Steps,
    bool AdviceOnly, string? Advice, ImmutableArray<PassedOn> PassedOn) : IVersioned
{
    /// <summary>The leader who let a local criterion stand among the grounds of a refusal; a local one that is assessed anew needs her again.</summary>
    public Guid? LocalGroundBy { get; init; }

    /// <summary>A local criterion is found not met, and no leader has let it stand.</summary>
    public bool AwaitsLeader => LocalGroundBy is null && Assessment.Any(assessed => assessed is { Local: true, Finding: Finding.NotMet });

    /// <summary>Still to be answered.</summary>
    public bool Open => Status is CaseStatus.Received or CaseStatus.InAssessment or CaseStatus.InterimReplySent;
}

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>There is no such case.</summary>
    None = 0,

    /// <summary>Nobody has taken it on yet.</summary>
    Received = 1,

    /// <summary>Somebody is assessing it.</summary>
    InAssessment = 2,

    /// <summary>The citizen knows that it takes longer, and why.</summary>
    InterimReplySent = 3,

    /// <summary>Decided; the letter is out.</summary>
    Decided = 4,

    /// <summary>Withdrawn.</summary>
    Withdrawn = 5,

    /// <summary>Closed with advice to the reporter, as the person had not agreed (S-15).</summary>
    Advised = 6,

    /// <summary>Nothing in it was for the unit, and everything is passed on (O-021).</summary>
    PassedOn = 7,
}

/// <summary>An assessed criterion.</summary>
public sealed record Assessed(MunicipalService Service, string Criterion, bool Local, Finding Finding, string? Note, DateTimeOffset At);

/// <summary>A message that it takes longer.</summary>
public sealed record InterimReply(string Reason, DateOnly Expected, DateTimeOffset At);

/// <summary>A step for the case's timeline.</summary>
public sealed record CaseStep(string Kind, DateTimeOffset At);

/// <summary>A service that was passed on.</summary>
public sealed record PassedOn(string Service, DateOnly On, string Receiver, Guid By, DateTimeOffset At);

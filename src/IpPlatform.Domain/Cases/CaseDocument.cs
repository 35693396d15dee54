using System.Collections.Immutable;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Law;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Cases;

/// <summary>A case as its handlers see it. <paramref name="Masked"/>: without what could locate a protected person (S-07).</summary>
public sealed record CaseDocument(
    Guid CaseId, long Version, string Number, CaseStatus Status, bool Open, bool Urgent, bool Overdue, DateTimeOffset ReceivedAt, DateOnly DueOn, string DueSource, Guid? Handler, Guid? PersonId,
    Report Report, ImmutableArray<CriterionDocument> Criteria, ImmutableArray<InterimReply> InterimReplies, Letter? Letter, ImmutableArray<CaseStep> Steps, bool AdviceOnly, string? Advice,
    ProtectionLevel Protection = ProtectionLevel.None, bool Masked = false, bool AwaitsLeader = false, ImmutableArray<ElsewhereDocument>? Elsewhere = null);

/// <summary>A service that others answer: who they are, and when and to whom it was passed on; null before that (O-021).</summary>
public sealed record ElsewhereDocument(string Service, string Name, string Receiver, string? Address, DateOnly? On, string? PassedOnTo);

/// <summary>A national criterion of a service, with what was found; null before it is assessed.</summary>
public sealed record CriterionDocument(MunicipalService Service, string Criterion, bool Local, Finding? Finding, string? Note, string Source);

/// <summary>A case as the person it is about sees it: where it stands, never a handler's notes.</summary>
public sealed record OwnCaseDocument(
    Guid CaseId, long Version, string Number, CaseStatus Status, bool Open, DateTimeOffset ReceivedAt, DateOnly DueOn, bool Overdue, ImmutableArray<MunicipalService> Services, string? OwnWords,
    ImmutableArray<InterimReply> InterimReplies, Letter? Letter, ImmutableArray<CaseStep> Steps, ImmutableArray<ElsewhereDocument>? Elsewhere = null);

/// <summary>Makes documents.</summary>
public static class CaseDocuments
{
    /// <summary>For handlers.</summary>
    public static CaseDocument ForHandler(CaseState state)
    {
        var day = Norway.DayOf(state.ReceivedAt);
        var national = state.Report!.Services.SelectMany(service =>
        {
            var rule = LawRegistry.CriteriaFor(service, day);
            return rule.Criteria.Select(criterion => Criterion(state, service, criterion, local: false, rule.Source));
        });
        var local = state.Assessment.Where(assessed => assessed.Local).Select(assessed => Criterion(state, assessed.Service, assessed.Criterion, local: true, ""));
        return new CaseDocument(
            state.CaseId, state.Version, state.Number, state.Status, state.Open, state.Urgent, state.Overdue, state.ReceivedAt, state.DueOn, state.DueSource, state.Handler, state.PersonId,
            state.Report, state.AdviceOnly ? [] : [.. national, .. local], state.InterimReplies, state.Letter, state.Steps, state.AdviceOnly, state.Advice, AwaitsLeader: state.AwaitsLeader, Elsewhere: Elsewhere(state));
    }

    /// <summary>For the person concerned. The reporter's words are shown only when they are her own.</summary>
    public static OwnCaseDocument ForPerson(CaseState state) => new(
        state.CaseId, state.Version, state.Number, state.Status, state.Open, state.ReceivedAt, state.DueOn, state.Overdue, state.Report!.Services,
        state.Report.Reporter.Role == ReporterRole.Self ? state.Report.Need : null, state.InterimReplies, state.Letter, state.Steps, Elsewhere(state));

    /// <summary>
    /// Without anything that could locate a protected person (S-07), for a handler who has not taken the case on. Free text cannot be
    /// masked in part.
    /// </summary>
    public static CaseDocument WithoutWhereabouts(this CaseDocument document) => document with
    {
        Masked = true,
        Report = document.Report with { Need = "", Answers = [], Files = [], WishedCoordinator = null, Reporter = new Reporter(document.Report.Reporter.Role, null, null, null) },
        Criteria = [.. document.Criteria.Select(criterion => criterion with { Note = null })],
        InterimReplies = [],
        Letter = document.Letter is { } letter ? letter with { Reasons = "" } : null,
    };

    private static ImmutableArray<ElsewhereDocument>? Elsewhere(CaseState state) => state.Report!.Others is not { Length: > 0 } asked ? null :
    [
        .. from one in asked
           let done = state.PassedOn.FirstOrDefault(done => done.Service == one.Service)
           select new ElsewhereDocument(one.Service, one.Name, one.Receiver, one.Address, done?.On, done?.Receiver),
    ];

    private static CriterionDocument Criterion(CaseState state, MunicipalService service, string criterion, bool local, string source)
    {
        var assessed = state.Assessment.FirstOrDefault(known => (known.Service, known.Criterion, known.Local) == (service, criterion, local));
        return new CriterionDocument(service, criterion, local, assessed?.Finding, assessed?.Note, source);
    }
}

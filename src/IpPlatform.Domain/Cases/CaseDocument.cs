using System.Collections.Immutable;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Law;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Cases;

/// <summary>A case as its handlers see it.</summary>
public sealed record CaseDocument(
    Guid CaseId, long Version, string Number, CaseStatus Status, bool Open, bool Urgent, bool Overdue, DateTimeOffset ReceivedAt, DateOnly DueOn, string DueSource, Guid? Handler, Guid? PersonId,
    Report Report, ImmutableArray<CriterionDocument> Criteria, ImmutableArray<InterimReply> InterimReplies, Letter? Letter, ImmutableArray<CaseStep> Steps);

/// <summary>A national criterion of a service, with what was found; null before it is assessed.</summary>
public sealed record CriterionDocument(MunicipalService Service, string Criterion, bool Local, Finding? Finding, string? Note, string Source);

/// <summary>A case as the person it is about sees it: where it stands, never a handler's notes.</summary>
public sealed record OwnCaseDocument(
    Guid CaseId, long Version, string Number, CaseStatus Status, bool Open, DateTimeOffset ReceivedAt, DateOnly DueOn, bool Overdue, ImmutableArray<MunicipalService> Services, string? OwnWords,
    ImmutableArray<InterimReply> InterimReplies, Letter? Letter, ImmutableArray<CaseStep> Steps);

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
            state.Report, [.. national, .. local], state.InterimReplies, state.Letter, state.Steps);
    }

    /// <summary>For the person concerned. The reporter's words are shown only when they are her own.</summary>
    public static OwnCaseDocument ForPerson(CaseState state) => new(
        state.CaseId, state.Version, state.Number, state.Status, state.Open, state.ReceivedAt, state.DueOn, state.Overdue, state.Report!.Services,
        state.Report.Reporter.Role == ReporterRole.Self ? state.Report.Need : null, state.InterimReplies, state.Letter, state.Steps);

    private static CriterionDocument Criterion(CaseState state, MunicipalService service, string criterion, bool local, string source)
    {
        var assessed = state.Assessment.FirstOrDefault(known => (known.Service, known.Criterion, known.Local) == (service, criterion, local));
        return new CriterionDocument(service, criterion, local, assessed?.Finding, assessed?.Note, source);
    }
}

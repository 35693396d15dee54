using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Law;

namespace IpPlatform.Domain.Cases;

/// <summary>How a report becomes a case, and when it must be answered.</summary>
internal static class CaseIntake
{
    public static Decision<CaseEvent> Decide(CaseState state, ReceiveReport command, DateTimeOffset now)
    {
        var report = command.Report;
        if (state.Status != CaseStatus.None) return new Refusal("CASE_EXISTS");
        if (ReportRules.Check(report, report.PersonId is not null) is { } refusal) return refusal;
        var answer = LawRegistry.AnswerBy(Norway.DayOf(now));
        return new ReportReceived(
            command.Number, report.FormVersion, report.Reporter.Role, report.Reporter.Name, report.Reporter.Phone, report.Reporter.Organisation, report.PersonId, report.PersonName,
            report.Services.IsDefault ? [] : [.. report.Services.Distinct()], report.Need.Trim(), report.Urgent, report.PersonAgrees, report.WishedCoordinator, report.Answers, report.Files, report.Channel,
            answer.Day, answer.Source, now, report.Others);
    }

    public static CaseState Evolve(CaseState state, ReportReceived e)
    {
        var report = new Report(
            e.FormVersion, new Reporter(e.ReporterRole, e.ReporterName, e.ReporterPhone, e.ReporterOrganisation), e.PersonId, e.PersonName, e.Services, e.Need, e.Urgent,
            e.PersonAgrees, e.WishedCoordinator, e.Answers, e.Files, e.Channel, e.Others);
        return state with
        {
            Status = CaseStatus.Received,
            Number = e.Number,
            Report = report,
            AdviceOnly = ReportRules.IsAdviceOnly(report),
            PersonId = e.PersonId,
            Urgent = e.Urgent,
            ReceivedAt = e.At,
            DueOn = e.AnswerBy,
            DueSource = e.AnswerSource,
            Steps = [new CaseStep("received", e.At)],
        };
    }
}

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
        if (report.Services.IsDefaultOrEmpty) return new Refusal("CASE_SERVICE_MISSING");
        // S-15: about somebody who has not agreed, a professional tells nothing of health; the case leads to advice only.
        var told = report is { Reporter.Role: ReporterRole.Professional, PersonAgrees: not true };
        if (told && !string.IsNullOrWhiteSpace(report.Need)) return new Refusal("CASE_NOT_AGREED");
        if (!told && string.IsNullOrWhiteSpace(report.Need)) return new Refusal("CASE_NEED_MISSING");
        if (report.Need.Length > CaseLimits.Need) return new Refusal("CASE_TEXT_TOO_LONG");
        var answer = LawRegistry.AnswerBy(Norway.DayOf(now));
        return new ReportReceived(
            command.Number, report.FormVersion, report.Reporter.Role, report.Reporter.Name, report.Reporter.Phone, report.Reporter.Organisation, report.PersonId, report.PersonName,
            [.. report.Services.Distinct()], report.Need.Trim(), report.Urgent, report.PersonAgrees, report.WishedCoordinator, report.Answers, report.Files, report.Channel,
            answer.Day, answer.Source, now);
    }

    public static CaseState Evolve(CaseState state, ReportReceived e) => state with
    {
        Status = CaseStatus.Received,
        Number = e.Number,
        Report = new Report(
            e.FormVersion, new Reporter(e.ReporterRole, e.ReporterName, e.ReporterPhone, e.ReporterOrganisation), e.PersonId, e.PersonName, e.Services, e.Need, e.Urgent,
            e.PersonAgrees, e.WishedCoordinator, e.Answers, e.Files, e.Channel),
        PersonId = e.PersonId,
        Urgent = e.Urgent,
        ReceivedAt = e.At,
        DueOn = e.AnswerBy,
        DueSource = e.AnswerSource,
        Steps = [new CaseStep("received", e.At)],
    };
}

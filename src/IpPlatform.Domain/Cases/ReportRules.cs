using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Cases;

/// <summary>What a report must say and must not tell, however it comes.</summary>
public static class ReportRules
{
    /// <summary>
    /// What is wrong with a report; null when nothing is. To be asked before anything of the report is written anywhere, as a person
    /// whom nobody may name must not be registered on the way (S-15).
    /// </summary>
    /// <param name="report">What came.</param>
    /// <param name="identifies">It says by national id, or otherwise for certain, whom it is about.</param>
    public static Refusal? Check(Report report, bool identifies)
    {
        if (report.Services.IsDefaultOrEmpty && report.Others is not { Length: > 0 }) return new Refusal("CASE_SERVICE_MISSING");
        if (IsAdviceOnly(report) && (identifies || TellsOfThePerson(report))) return new Refusal("CASE_NOT_AGREED");
        if (!IsAdviceOnly(report) && string.IsNullOrWhiteSpace(report.Need)) return new Refusal("CASE_NEED_MISSING");
        return report.Need.Length > CaseLimits.Need ? new Refusal("CASE_TEXT_TOO_LONG") : null;
    }

    /// <summary>A professional reports about somebody who has not agreed: it may lead to advice only (S-15).</summary>
    public static bool IsAdviceOnly(Report report) => report is { Reporter.Role: ReporterRole.Professional or ReporterRole.Hospital, PersonAgrees: not true };

    private static bool TellsOfThePerson(Report report) =>
        !string.IsNullOrWhiteSpace(report.Need) || !string.IsNullOrWhiteSpace(report.PersonName) || !string.IsNullOrWhiteSpace(report.WishedCoordinator) || !report.Files.IsDefaultOrEmpty;
}

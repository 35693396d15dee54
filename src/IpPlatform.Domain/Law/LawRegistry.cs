using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Law;

/// <summary>
/// The one place for rules of law. Everything that computes a date, grants a right or names an authority asks here with a day;
/// adding a change of law means adding a row.
/// </summary>
public static class LawRegistry
{
    private static readonly DateOnly Reform = new(2022, 8, 1);

    /// <summary>All rules, ended ones too.</summary>
    public static IReadOnlyList<LegalRule> Rules { get; } =
    [
        // The act of 2025 (LOV-2025-06-20-81) keeps the month; its commencement gets a row of its own when decreed.
        new LimitRule(LegalSubject.AnswerLimit, new(1970, 1, 1), null, "forvaltningslova § 11 a", RuleBasis.ToBeChecked, new TimeLimit(1, 0)),
        new LimitRule(LegalSubject.HealthComplaintLimit, new(2011, 1, 1), null, "pasient- og brukarrettslova § 7-5", RuleBasis.Read, new TimeLimit(0, 4)),
        new LimitRule(LegalSubject.SocialComplaintLimit, new(1970, 1, 1), null, "forvaltningslova § 29", RuleBasis.ToBeChecked, new TimeLimit(0, 3)),
        new RightRule(LegalSubject.PlanComplaint, new(2001, 1, 1), null, "pasient- og brukarrettslova §§ 2-5 og 7-2", RuleBasis.Read, true),
        new RightRule(LegalSubject.CoordinatorComplaint, new(2012, 1, 1), Reform.AddDays(-1), "brev frå departementet 2012", RuleBasis.Read, false),
        new RightRule(LegalSubject.CoordinatorComplaint, Reform, null, "pasient- og brukarrettslova §§ 2-5 b og 7-2", RuleBasis.Read, true),
        new RightRule(LegalSubject.ChildCoordinatorComplaint, Reform, null, "pasient- og brukarrettslova §§ 2-5 c og 7-2", RuleBasis.Read, true),
        new NameRule(LegalSubject.AppealBody, new(1919, 1, 1), new(2020, 12, 31), "namneskifte 1. januar 2021", RuleBasis.Read, "Fylkesmannen", "Fylkesmannen"),
        new NameRule(LegalSubject.AppealBody, new(2021, 1, 1), null, "namneskifte 1. januar 2021", RuleBasis.Read, "Statsforvaltaren", "Statsforvalteren"),
        new NameRule(LegalSubject.Ombud, new(2009, 9, 1), null, "pasient- og brukarrettslova kapittel 8", RuleBasis.ToBeChecked, "Pasient- og brukarombodet", "Pasient- og brukerombudet"),
        new NameRule(
            LegalSubject.OmbudAddress, new(2009, 9, 1), null, "pasient- og brukarrettslova kapittel 8", RuleBasis.ToBeChecked, "helsenorge.no/pasient-og-brukerombudet", "helsenorge.no/pasient-og-brukerombudet"),
        new NameRule(LegalSubject.DecisionCompetence, new(2001, 1, 1), new(2026, 5, 31), "LOV-2025-06-20-67", RuleBasis.Read, "samtykkekompetanse", "samtykkekompetanse"),
        new NameRule(LegalSubject.DecisionCompetence, new(2026, 6, 1), null, "LOV-2025-06-20-67", RuleBasis.Read, "avgjerdskompetanse", "beslutningskompetanse"),
        new CriteriaRule(LegalSubject.PlanCriteria, Reform, null, "pasient- og brukarrettslova § 2-5, helse- og omsorgstenestelova § 7-1", RuleBasis.Read, ["long-term", "coordinated"]),
        new CriteriaRule(LegalSubject.CoordinatorCriteria, Reform, null, "pasient- og brukarrettslova § 2-5 b, helse- og omsorgstenestelova § 7-2", RuleBasis.Read, ["long-term", "coordinated"]),
        new CriteriaRule(
            LegalSubject.ChildCoordinatorCriteria, Reform, null, "pasient- og brukarrettslova § 2-5 c, helse- og omsorgstenestelova § 7-2 a", RuleBasis.Read,
            ["has-or-expects-child", "serious-condition", "long-term-composite-or-coordinated", "other-welfare-services"]),
    ];

    /// <summary>By when an inquiry received on a day is to be answered, or an interim reply sent.</summary>
    public static Deadline AnswerBy(DateOnly received) => Limit(LegalSubject.AnswerLimit, received, limit => limit.From(received));

    /// <summary>The last day for a complaint on an outcome that the person learned of on a day.</summary>
    public static Deadline ComplainBy(DateOnly notice) => Limit(LegalSubject.HealthComplaintLimit, notice, limit => limit.ForCitizen(notice));

    /// <summary>How long one may complain on an outcome that one learns of on a day.</summary>
    public static TimeLimit ComplaintTime(DateOnly on) => Need<LimitRule>(LegalSubject.HealthComplaintLimit, on).Limit;

    /// <summary>How long an answer to an inquiry received on a day may take before an interim reply is due.</summary>
    public static TimeLimit AnswerTime(DateOnly on) => Need<LimitRule>(LegalSubject.AnswerLimit, on).Limit;

    /// <summary>Whether the outcome for a service can be complained on.</summary>
    public static bool MayComplain(MunicipalService service, DateOnly on) => service switch
    {
        MunicipalService.IndividualPlan => Find<RightRule>(LegalSubject.PlanComplaint, on)?.Exists,
        MunicipalService.Coordinator => Find<RightRule>(LegalSubject.CoordinatorComplaint, on)?.Exists,
        MunicipalService.ChildCoordinator => Find<RightRule>(LegalSubject.ChildCoordinatorComplaint, on)?.Exists,
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, null),
    } ?? false;

    /// <summary>The national criteria for a service on a day, by stable names that texts are found by.</summary>
    public static CriteriaRule CriteriaFor(MunicipalService service, DateOnly on) => Need<CriteriaRule>(service switch
    {
        MunicipalService.IndividualPlan => LegalSubject.PlanCriteria,
        MunicipalService.Coordinator => LegalSubject.CoordinatorCriteria,
        MunicipalService.ChildCoordinator => LegalSubject.ChildCoordinatorCriteria,
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, null),
    }, on);

    /// <summary>What an authority or notion is called on a day.</summary>
    public static NameRule NameOf(LegalSubject subject, DateOnly on) => Need<NameRule>(subject, on);

    private static Deadline Limit(LegalSubject subject, DateOnly start, Func<TimeLimit, DateOnly> last)
    {
        var rule = Need<LimitRule>(subject, start);
        return new Deadline(last(rule.Limit), rule.Source);
    }

    private static TRule Need<TRule>(LegalSubject subject, DateOnly on)
        where TRule : LegalRule =>
        Find<TRule>(subject, on) ?? throw new InvalidOperationException($"The registry has no {subject} on {on:O}.");

    private static TRule? Find<TRule>(LegalSubject subject, DateOnly on)
        where TRule : LegalRule =>
        Rules.OfType<TRule>().SingleOrDefault(rule => rule.Subject == subject && rule.HoldsOn(on));
}

/// <summary>A computed last day, and why.</summary>
public sealed record Deadline(DateOnly Day, string Source);

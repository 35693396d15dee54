using System.Collections.Immutable;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Law;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Cases;

/// <summary>The rules of deciding: reasons, every service asked for, no refusal on a local criterion alone, and the letter with its rights.</summary>
internal static class CaseOutcome
{
    public static Decision<CaseEvent> Decide(CaseState state, DecideCase command, CommandContext context)
    {
        if (state.Version > command.SeenVersion) return new Refusal("CASE_CHANGED_MEANWHILE");
        if (state.PersonId is not { } person) return new Refusal("CASE_PERSON_MISSING");
        if (string.IsNullOrWhiteSpace(command.Reasons)) return new Refusal("CASE_REASONS_MISSING");
        if (command.Reasons.Length > CaseLimits.Note) return new Refusal("CASE_TEXT_TOO_LONG");
        // S-22: nothing is decided that cannot be told with all its rights.
        if (!TellsEveryRight(command.Settings)) return new Refusal("CASE_LETTER_INCOMPLETE");
        var asked = state.Report!.Services;
        if (command.Outcomes.IsDefaultOrEmpty) return new Refusal("CASE_OUTCOME_MISSING");
        if (command.Outcomes.Any(outcome => !asked.Contains(outcome.Service))) return new Refusal("CASE_SERVICE_NOT_ASKED_FOR");
        if (command.Outcomes.Select(outcome => outcome.Service).Distinct().Count() != asked.Length || command.Outcomes.Length != asked.Length) return new Refusal("CASE_OUTCOME_MISSING");
        foreach (var refused in command.Outcomes.Where(outcome => !outcome.Granted))
        {
            // C3, O-029: what the municipality adds of its own is advice; only the national norm can carry a refusal.
            var notMet = state.Assessment.Where(assessed => assessed.Service == refused.Service && assessed.Finding == Finding.NotMet).ToArray();
            if (notMet.Length == 0) return new Refusal("CASE_REFUSAL_UNASSESSED");
            if (notMet.All(assessed => assessed.Local)) return new Refusal("CASE_LOCAL_CRITERION_ALONE");
            if (notMet.Any(assessed => assessed.Local) && state.LocalGroundBy is null) return new Refusal("CASE_LOCAL_CRITERION_LEADER");
        }

        return Written(person, command, context);
    }

    private static bool TellsEveryRight(LetterSettings letter) =>
        !string.IsNullOrWhiteSpace(letter.ComplaintReceiver) && !string.IsNullOrWhiteSpace(letter.AppealBody) && !string.IsNullOrWhiteSpace(letter.Ombud)
        && letter.ContactLines.Any(line => !string.IsNullOrWhiteSpace(line));

    private static CaseDecided Written(Guid person, DecideCase command, CommandContext context)
    {
        var today = Norway.DayOf(context.Now);
        var complain = command.Outcomes.Any(outcome => LawRegistry.MayComplain(outcome.Service, today)) ? LawRegistry.ComplainBy(today) : null;
        ImmutableArray<string> sources = [.. command.Outcomes.Select(outcome => LawRegistry.CriteriaFor(outcome.Service, today).Source).Distinct()];
        return new CaseDecided(
            person, command.Outcomes, command.Reasons.Trim(), command.Settings, sources, today, complain?.Day, complain?.Source,
            context.Caller.Subject, context.Now);
    }
}

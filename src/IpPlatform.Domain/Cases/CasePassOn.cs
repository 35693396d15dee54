using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Cases;

/// <summary>What is asked for in a common application and answered by others is passed on to them, also after the unit's own answer (O-021).</summary>
internal static class CasePassOn
{
    /// <summary>How many services wait to be passed on. Nothing is while the person has not agreed, nor when she has withdrawn.</summary>
    public static int Waiting(CaseState state) =>
        state.AdviceOnly || state.Status is CaseStatus.Withdrawn ? 0 : Asked(state).Count(asked => state.PassedOn.All(done => done.Service != asked.Service));

    public static Decision<CaseEvent> Decide(CaseState state, CaseCommand command, CommandContext context)
    {
        if (state.AdviceOnly) return new Refusal("CASE_ADVICE_ONLY");
        if (state.Status is CaseStatus.Withdrawn) return new Refusal("CASE_CLOSED_BEFORE");
        return command switch
        {
            PassOnService c => PassOn(state, c, context),
            UndoPassOn c when state.PassedOn.All(done => done.Service != c.Service) => new Refusal("CASE_NOT_PASSED_ON"),
            UndoPassOn c => new ServicePassOnUndone(c.Service, context.Caller.Subject, context.Now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
        };
    }

    public static CaseState Evolve(CaseState state, ServicePassedOn e) => Settled(state with
    {
        PassedOn = state.PassedOn.Add(new PassedOn(e.Service, e.On, e.Receiver, e.By, e.At)), Steps = state.Steps.Add(new CaseStep("passed-on", e.At)),
    });

    public static CaseState Evolve(CaseState state, ServicePassOnUndone e)
    {
        var undone = state.PassedOn.First(done => done.Service == e.Service);
        return Settled(state with { PassedOn = state.PassedOn.Remove(undone), Steps = state.Steps.Remove(new CaseStep("passed-on", undone.At)) });
    }

    private static Decision<CaseEvent> PassOn(CaseState state, PassOnService command, CommandContext context)
    {
        if (Asked(state).All(asked => asked.Service != command.Service)) return new Refusal("CASE_SERVICE_NOT_ASKED_FOR");
        if (state.PassedOn.Any(done => done.Service == command.Service)) return new Refusal("CASE_PASSED_ON_BEFORE");
        if (string.IsNullOrWhiteSpace(command.Receiver) || command.Receiver.Length > CaseLimits.Receiver) return new Refusal("CASE_RECEIVER_MISSING");
        return command.On < Norway.DayOf(state.ReceivedAt) || command.On > Norway.DayOf(context.Now)
            ? new Refusal("CASE_PASSED_ON_DAY")
            : new ServicePassedOn(command.Service, command.On, command.Receiver.Trim(), context.Caller.Subject, context.Now);
    }

    /// <summary>With nothing for the unit to answer, a case is over when everything is passed on, and not before.</summary>
    private static CaseState Settled(CaseState state)
    {
        if (!state.Report!.Services.IsEmpty) return state;
        if (state.Open && Waiting(state) == 0) return state with { Status = CaseStatus.PassedOn };
        return state.Status == CaseStatus.PassedOn && Waiting(state) > 0
            ? state with { Status = !state.InterimReplies.IsEmpty ? CaseStatus.InterimReplySent : state.Handler is null ? CaseStatus.Received : CaseStatus.InAssessment }
            : state;
    }

    private static IEnumerable<AskedElsewhere> Asked(CaseState state) => state.Report?.Others ?? [];
}

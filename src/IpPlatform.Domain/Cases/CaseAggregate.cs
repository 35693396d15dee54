using System.Collections.Immutable;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Law;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Domain.Cases;

/// <summary>The rules of a case: received, assessed by national criteria, answered in time, decided with reasons and rights.</summary>
public sealed class CaseAggregate : IAggregate<CaseState, CaseCommand, CaseEvent>
{
    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Kind"/>
    public static string Kind => "case";

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Shape"/>
    public static int Shape => 3;

    /// <inheritdoc/>
    public static CaseState Initial(Guid id) =>
        new(id, 0, CaseStatus.None, "", null, null, false, null, default, default, "", false, [], [], null, [], false, null, []);

    /// <inheritdoc/>
    public static Decision<CaseEvent> Decide(CaseState state, CaseCommand command, CommandContext context)
    {
        if (command is ReceiveReport receive) return CaseIntake.Decide(state, receive, context.Now);
        if (state.Status == CaseStatus.None) return new Refusal("CASE_UNKNOWN");
        if (command is NoteOverdue overdue)
        {
            return state.Open && state.DueOn == overdue.Due ? new AnswerOverdue(overdue.Due, context.Now) : new Refusal("CASE_ANSWERED_BEFORE");
        }

        if (command is PassOnService or UndoPassOn) return CasePassOn.Decide(state, command, context);
        if (!state.Open) return new Refusal("CASE_CLOSED_BEFORE");
        return command switch
        {
            TakeCase when state.Handler == context.Caller.Subject => new Refusal("CASE_TAKEN_BEFORE"),
            TakeCase => new CaseTaken(context.Caller.Subject, context.Now),
            RecordAgreement c => state.AdviceOnly ? new PersonAgreed(c.Channel, context.Now) : new Refusal("CASE_AGREED_BEFORE"),
            CloseWithAdvice c => Advise(state, c, context.Now),
            LinkPerson or AssessCriterion or ApproveLocalGround or DecideCase when state.AdviceOnly => new Refusal("CASE_ADVICE_ONLY"),
            LinkPerson c when state.PersonId == c.PersonId => new Refusal("CASE_PERSON_LINKED_BEFORE"),
            LinkPerson c => new CasePersonLinked(c.PersonId, context.Now),
            SetUrgency c when state.Urgent == c.Urgent => new Refusal("CASE_URGENCY_SET_BEFORE"),
            SetUrgency c => new CaseUrgencySet(c.Urgent, context.Now),
            AssessCriterion c => Assess(state, c, context.Now),
            ApproveLocalGround c => Approve(state, c, context),
            SendInterimReply c => Interim(c, context.Now),
            DecideCase c => CaseOutcome.Decide(state, c, context),
            WithdrawCase c => new CaseWithdrawn(c.Channel, context.Now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
        };
    }

    /// <inheritdoc/>
    public static CaseState Evolve(CaseState state, CaseEvent @event)
    {
        var next = @event switch
        {
            ReportReceived e => CaseIntake.Evolve(state, e),
            CaseTaken e => Step(state, "taken", e.At) with { Handler = e.Handler, Status = state.Status == CaseStatus.Received ? CaseStatus.InAssessment : state.Status },
            CasePersonLinked e => state with { PersonId = e.PersonId },
            CaseUrgencySet e => state with { Urgent = e.Urgent },
            CriterionAssessed e => state with
            {
                Assessment = [.. state.Assessment.Where(known => (known.Service, known.Criterion, known.Local) != (e.Service, e.Criterion, e.Local)), new Assessed(e.Service, e.Criterion, e.Local, e.Finding, e.Note, e.At)],
                LocalGroundBy = e.Local ? null : state.LocalGroundBy,
            },
            LocalGroundApproved e => state with { LocalGroundBy = e.By },
            InterimReplySent e => Step(state, "interim-reply", e.At) with
            {
                Status = CaseStatus.InterimReplySent, DueOn = e.Expected, Overdue = false, InterimReplies = state.InterimReplies.Add(new InterimReply(e.Reason, e.Expected, e.At)),
            },
            CaseDecided e => Step(state, "decided", e.At) with
            {
                Status = CaseStatus.Decided, Letter = new Letter(e.Settings, e.Outcomes, e.Reasons, e.Sources, e.Dated, e.ComplainBy, e.ComplaintSource),
            },
            PersonAgreed e => Step(state, "agreed", e.At) with { AdviceOnly = false },
            CaseClosedWithAdvice e => Step(state, "advised", e.At) with { Status = CaseStatus.Advised, Advice = e.Advice },
            CaseWithdrawn e => Step(state, "withdrawn", e.At) with { Status = CaseStatus.Withdrawn },
            ServicePassedOn e => CasePassOn.Evolve(state, e),
            ServicePassOnUndone e => CasePassOn.Evolve(state, e),
            AnswerOverdue => state with { Overdue = true },
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
        };
        return next with { Version = state.Version + 1 };
    }

    /// <inheritdoc/>
    public static CaseState Pass(CaseState state) => state with { Version = state.Version + 1 };

    /// <inheritdoc/>
    public static IEnumerable<RowChange> Project(CaseState state, CaseEvent @event, DateTimeOffset at)
    {
        yield return new CaseRow(
            state.CaseId, state.Number, state.PersonId, state.Status, state.Urgent, [.. state.Report!.Services], state.ReceivedAt, state.DueOn, state.Overdue, state.Handler, state.Version, at, CasePassOn.Waiting(state), state.Open && state.AwaitsLeader);
    }

    /// <inheritdoc/>
    public static IEnumerable<Message> Announce(CaseState state, CaseEvent @event, DateTimeOffset at)
    {
        switch (@event)
        {
            case ReportReceived e:
                yield return new AnswerDue(state.CaseId, e.AnswerBy, Norway.StartOf(e.AnswerBy.AddDays(1)));
                break;
            case InterimReplySent e:
                yield return new AnswerDue(state.CaseId, e.Expected, Norway.StartOf(e.Expected.AddDays(1)));
                break;
            case CaseDecided e when e.Outcomes.Any(outcome => outcome is { Granted: true, Service: MunicipalService.Coordinator or MunicipalService.ChildCoordinator }):
                var child = e.Outcomes.Any(outcome => outcome is { Granted: true, Service: MunicipalService.ChildCoordinator });
                yield return new Coordination.CoordinatorGranted(e.PersonId, state.CaseId, child, at, state.Report!.WishedCoordinator);
                break;
        }
    }

    /// <inheritdoc/>
    public static CaseCommand? Receive(Message message) => message switch
    {
        AnswerDue m => new NoteOverdue(m.Day),
        _ => null,
    };

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Files"/>
    public static IEnumerable<Guid> Files(CaseEvent @event) => @event is ReportReceived e ? e.Files.Select(file => file.BlobId) : [];

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Concerns"/>
    public static Guid? Concerns(CaseState state, Guid streamId) => state.PersonId;

    private static Decision<CaseEvent> Assess(CaseState state, AssessCriterion command, DateTimeOffset now)
    {
        if (!state.Report!.Services.Contains(command.Service)) return new Refusal("CASE_SERVICE_NOT_ASKED_FOR");
        if (!Enum.IsDefined(command.Finding)) return new Refusal("CASE_FINDING_MISSING");
        var national = LawRegistry.CriteriaFor(command.Service, Norway.DayOf(state.ReceivedAt)).Criteria;
        if (!command.Local && !national.Contains(command.Criterion)) return new Refusal("CRITERION_UNKNOWN");
        if (command.Note?.Length > CaseLimits.Note) return new Refusal("CASE_TEXT_TOO_LONG");
        return new CriterionAssessed(command.Service, command.Criterion, command.Local, command.Finding, command.Note?.Trim(), now);
    }

    private static Decision<CaseEvent> Approve(CaseState state, ApproveLocalGround command, CommandContext context)
    {
        if (!state.AwaitsLeader) return new Refusal("CASE_LOCAL_GROUND_SETTLED_BEFORE");
        if (string.IsNullOrWhiteSpace(command.Reason)) return new Refusal("REASON_MISSING");
        return command.Reason.Length > CaseLimits.Note ? new Refusal("CASE_TEXT_TOO_LONG") : new LocalGroundApproved(context.Caller.Subject, command.Reason.Trim(), context.Now);
    }

    private static Decision<CaseEvent> Advise(CaseState state, CloseWithAdvice command, DateTimeOffset now)
    {
        if (!state.AdviceOnly) return new Refusal("CASE_NEEDS_DECISION");
        if (string.IsNullOrWhiteSpace(command.Advice)) return new Refusal("CASE_ADVICE_MISSING");
        return command.Advice.Length > CaseLimits.Note ? new Refusal("CASE_TEXT_TOO_LONG") : new CaseClosedWithAdvice(command.Advice.Trim(), now);
    }

    private static Decision<CaseEvent> Interim(SendInterimReply command, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(command.Reason)) return new Refusal("CASE_INTERIM_REASON_MISSING");
        if (command.Reason.Length > CaseLimits.Note) return new Refusal("CASE_TEXT_TOO_LONG");
        return command.Expected <= Norway.DayOf(now) ? new Refusal("CASE_INTERIM_DATE_PAST") : new InterimReplySent(command.Reason.Trim(), command.Expected, now);
    }

    private static CaseState Step(CaseState state, string kind, DateTimeOffset at) => state with { Steps = state.Steps.Add(new CaseStep(kind, at)) };
}

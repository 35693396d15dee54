using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons.Adults;

namespace IpPlatform.Domain.Persons.Consents;

/// <summary>Consent for a child, holder by holder (S-01). Disagreement is a state that a handler settles; nothing here decides it.</summary>
public static class ConsentRules
{
    /// <summary>Whose consent a plan rests on at an instant. A settlement holds for the holders and answers that it was made for.</summary>
    public static ConsentWay WayAt(PersonState state, DateTimeOffset at)
    {
        if (!(state.AgeAt(at) < Age.ConsentsHerself)) return ConsentWay.Self;
        var holders = Responsibility.HoldersAt(state, at);
        if (holders.Count == 0) return ConsentWay.HolderMissing;
        var answers = AnswersOf(state, holders);
        if (Holds(state, holders, at) is { } settled) return settled == SettlementGround.NoPlan ? ConsentWay.SetAside : ConsentWay.OneIsEnough;
        var (yes, no) = (answers.Count(answer => answer.Agrees), answers.Count(answer => !answer.Agrees));
        return yes == holders.Count ? ConsentWay.HoldersAgree
            : yes > 0 && no > 0 ? ConsentWay.Disagreement
            : no > 0 ? ConsentWay.HoldersDecline
            : ConsentWay.HoldersWait;
    }

    internal static Decision<PersonEvent> Decide(PersonState state, ConsentCommand command, CommandContext context)
    {
        if (!(state.AgeAt(context.Now) < Age.ConsentsHerself)) return new Refusal("CONSENT_NOT_BY_HOLDERS");
        return command switch
        {
            RecordHolderAnswer c => Answer(state, c, context),
            SettleConsent c => Settle(state, c, context.Now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
        };
    }

    internal static PersonState Evolve(PersonState state, ConsentEvent @event) => @event switch
    {
        // What was settled was settled for the answers as they were.
        HolderAnswered e => state with
        {
            Answers = [.. state.Answers.Where(known => known.HolderId != e.HolderId), new HolderAnswer(e.HolderId, e.Agrees, e.Channel, e.At)], Settlement = null,
        },
        ConsentSettled e => state with { Settlement = new ConsentSettlement(e.Ground, e.Reason, e.Holders, e.At) },
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
    };

    private static Decision<PersonEvent> Answer(PersonState state, RecordHolderAnswer command, CommandContext context)
    {
        var own = context.Caller.Kind == CallerKind.Citizen;
        if (!Responsibility.HoldersAt(state, context.Now).Contains(command.HolderId) || (own && context.Caller.Subject != command.HolderId)) return new Refusal("HOLDER_UNKNOWN");
        if (!Enum.IsDefined(command.Channel) || (command.Channel == Channel.SignedIn) != own) return new Refusal("PLAN_CONSENT_CHANNEL");
        var before = state.Answers.FirstOrDefault(answer => answer.HolderId == command.HolderId);
        if (before is not null && before.Agrees == command.Agrees) return new Refusal("HOLDER_ANSWERED_BEFORE");
        var answered = new HolderAnswered(command.HolderId, command.Agrees, command.Channel, context.Now);
        // A yes that is taken back is a withdrawal, at once and for what rests on it (S-16). Whether there is to be a plan after all, a handler finds.
        return before is { Agrees: true }
            ? Decision.Accept<PersonEvent>([answered, .. state.Consents.Where(consent => consent.WithdrawnAt is null).Select(consent => new ConsentWithdrawn(consent.ConsentId, command.Channel, context.Now))])
            : answered;
    }

    private static Decision<PersonEvent> Settle(PersonState state, SettleConsent command, DateTimeOffset now)
    {
        var holders = Responsibility.HoldersAt(state, now);
        if (holders.Count == 0) return new Refusal("PLAN_HOLDER_MISSING");
        if (WayAt(state, now) == ConsentWay.HoldersAgree) return new Refusal("HOLDERS_AGREED_BEFORE");
        if (!Enum.IsDefined(command.Ground)) return new Refusal("SETTLEMENT_GROUND_MISSING");
        if (PersonTexts.Unfit(command.Reason, new Refusal("SETTLEMENT_REASON_MISSING")) is { } refusal) return refusal;
        if (command.Ground != SettlementGround.NoPlan)
        {
            var agreeing = AnswersOf(state, holders).Where(answer => answer.Agrees).ToArray();
            if (agreeing.Length == 0) return new Refusal("SETTLEMENT_NEEDS_ONE_YES");
            if (command.Ground == SettlementGround.DailyCare && !agreeing.Any(answer => Responsibility.HasDailyCare(state, answer.HolderId, now))) return new Refusal("SETTLEMENT_NO_DAILY_CARE");
            if (!command.OthersHeard) return new Refusal("SETTLEMENT_OTHERS_UNHEARD");
        }

        return new ConsentSettled(command.Ground, command.Reason.Trim(), [.. holders], now);
    }

    /// <summary>The settlement's ground, as long as it is of today's holders and what it rests on still stands.</summary>
    private static SettlementGround? Holds(PersonState state, IReadOnlyList<Guid> holders, DateTimeOffset at)
    {
        if (state.Settlement is not { } settled || !settled.Holders.ToHashSet().SetEquals(holders)) return null;
        if (settled.Ground != SettlementGround.DailyCare) return settled.Ground;
        return AnswersOf(state, holders).Any(answer => answer.Agrees && Responsibility.HasDailyCare(state, answer.HolderId, at)) ? settled.Ground : null;
    }

    private static HolderAnswer[] AnswersOf(PersonState state, IReadOnlyList<Guid> holders) => [.. state.Answers.Where(answer => holders.Contains(answer.HolderId))];
}

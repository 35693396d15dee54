using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Persons.Barrings;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Rows;

namespace IpPlatform.Domain.Persons;

/// <summary>The rules of a person's record.</summary>
public sealed class PersonAggregate : IAggregate<PersonState, PersonCommand, PersonEvent>
{
    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Kind"/>
    public static string Kind => "person";

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Shape"/>
    public static int Shape => 2;

    /// <inheritdoc/>
    public static PersonState Initial(Guid id) => new(id, 0, false, null, ProtectionLevel.None, [], [], [], [], null, []);

    /// <inheritdoc/>
    public static Decision<PersonEvent> Decide(PersonState state, PersonCommand command, CommandContext context)
    {
        if (!state.Registered && command is not RegisterPerson) return new Refusal("PERSON_UNKNOWN");
        return command switch
        {
            RegisterPerson when state.Registered => new Refusal("PERSON_ALREADY_REGISTERED"),
            RegisterPerson c => Decision.Accept<PersonEvent>(
                new PersonRegistered(c.Identifier, c.Born),
                new RelationGranted(DerivedId.From(state.PersonId, "self"), state.PersonId, RelationKind.Self, context.Now)),
            DescribePerson c when string.IsNullOrWhiteSpace(c.Name) || c.Name.Length > 200 => new Refusal("PERSON_NAME_MISSING"),
            DescribePerson c => new PersonDescribed(c.Name.Trim(), c.Born, c.Phone?.Trim()),
            GrantRelation { Kind: not (RelationKind.Coordinator or RelationKind.Offered or RelationKind.Deputy or RelationKind.Sibling) } c => NotByThisCommand(c.Kind),
            GrantRelation c when state.IsBarred(c.SubjectId, context.Now) => new Refusal("RELATION_BARRED"),
            GrantRelation c when state.RelationsOf(c.SubjectId, context.Now).Contains(c.Kind) => new Refusal("RELATION_EXISTS"),
            GrantRelation c => new RelationGranted(c.RelationId, c.SubjectId, c.Kind, context.Now),
            EndRelation c => End(state, c, context.Now),
            RecordConsent c when state.Consents.Any(known => known.ConsentId == c.ConsentId) => new Refusal("CONSENT_EXISTS"),
            RecordConsent c => new ConsentGiven(c.ConsentId, c.Channel, c.GivenAt),
            WithdrawConsent c => Withdraw(state, c, context),
            AdultCommand c => AdultRules.Decide(state, c, context.Now),
            ConsentCommand c => ConsentRules.Decide(state, c, context),
            ProtectionCommand c => ProtectionRules.Decide(state, c, context.Now),
            BarringCommand c => BarringRules.Decide(state, c, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
        };
    }

    /// <inheritdoc/>
    public static PersonState Evolve(PersonState state, PersonEvent @event)
    {
        var next = @event switch
        {
            PersonRegistered e => state with { Registered = true, Born = e.Born },
            PersonDescribed e => state with { Born = state.Born ?? e.Born },
            RelationGranted e => state with { Relations = state.Relations.Add(new Relation(e.RelationId, e.SubjectId, e.Kind, e.From, null)) },
            RelationEnded e => state with { Relations = [.. state.Relations.Select(r => r.RelationId == e.RelationId ? r with { To = e.To } : r)] },
            ConsentGiven e => state with { Consents = state.Consents.Add(new Consent(e.ConsentId, e.Channel, e.GivenAt, null)) },
            ConsentWithdrawn e => state with { Consents = [.. state.Consents.Select(c => c.ConsentId == e.ConsentId ? c with { WithdrawnAt = e.WithdrawnAt } : c)] },
            AdultEvent e => AdultRules.Evolve(state, e),
            ConsentEvent e => ConsentRules.Evolve(state, e),
            ProtectionSet e => ProtectionRules.Evolve(state, e),
            BarringEvent e => BarringRules.Evolve(state, e),
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
        };
        return next with { Version = state.Version + 1 };
    }

    /// <inheritdoc/>
    public static PersonState Pass(PersonState state) => state with { Version = state.Version + 1 };

    /// <inheritdoc/>
    public static IEnumerable<RowChange> Project(PersonState state, PersonEvent @event, DateTimeOffset at)
    {
        switch (@event)
        {
            case PersonRegistered e:
                yield return new PersonIdentifierRow(state.PersonId, e.Identifier.Hmac, e.Identifier.Ciphertext);
                break;
            case PersonDescribed e:
                yield return new PersonRow(state.PersonId, e.Name, e.Born, e.Phone);
                break;
            case RelationGranted e:
                yield return new RelationRow(e.RelationId, state.PersonId, e.SubjectId, e.Kind, e.From, null);
                break;
            case RelationEnded e:
                var ended = state.Relations.First(r => r.RelationId == e.RelationId);
                yield return new RelationRow(e.RelationId, state.PersonId, ended.SubjectId, ended.Kind, ended.From, e.To);
                break;
            case BarringEvent e:
                var barred = state.Relations.First(r => r.RelationId == e.BarringId);
                yield return new RelationRow(e.BarringId, state.PersonId, barred.SubjectId, barred.Kind, barred.From, barred.To);
                break;
            case AdultEvent e:
                foreach (var row in Adults(state, adult => adult.RelationId == e.RelationId)) yield return row;
                break;
            case ProtectionSet e:
                yield return new ProtectionRow(state.PersonId, e.Level);
                foreach (var row in Adults(state, _ => true)) yield return row;
                break;
        }
    }

    /// <inheritdoc/>
    public static IEnumerable<Message> Announce(PersonState state, PersonEvent @event, DateTimeOffset at)
    {
        if (@event is ConsentWithdrawn withdrawn) yield return new PlanConsentWithdrawn(state.PersonId, withdrawn.ConsentId, at);
        if (@event is EmployeeBarred e) yield return new EmployeeIsBarred(state.PersonId, e.BarringId, e.StaffId, e.SubstituteId, e.BarredBy, at);
    }

    /// <inheritdoc/>
    public static PersonCommand? Receive(Message message) => message switch
    {
        RelationFollows m => new GrantRelation(m.RelationId, m.SubjectId, m.Kind),
        RelationIsOver m => new EndRelation(m.RelationId),
        PlanConsentRecorded m => new RecordConsent(m.ConsentId, m.Channel, m.GivenAt),
        _ => null,
    };

    private static Decision<PersonEvent> End(PersonState state, EndRelation command, DateTimeOffset now)
    {
        var relation = state.Relations.FirstOrDefault(r => r.RelationId == command.RelationId && r.To is null);
        if (relation is null) return new Refusal("RELATION_UNKNOWN");
        if (relation.Kind is RelationKind.Self or RelationKind.Barred) return NotByThisCommand(relation.Kind);
        return new RelationEnded(command.RelationId, now);
    }

    private static Refusal NotByThisCommand(RelationKind kind) => kind switch
    {
        RelationKind.Self => new Refusal("RELATION_SELF_IS_GIVEN"),
        RelationKind.Barred => new Refusal("RELATION_BARRING_IS_APART"),
        _ => new Refusal("RELATION_ADULT_IS_APART"),
    };

    private static IEnumerable<RowChange> Adults(PersonState state, Func<AdultRelation, bool> which) =>
        state.Adults.Where(adult => adult.SubjectId is not null).Where(which)
            .Select(adult => new AdultRow(adult.RelationId, state.PersonId, adult.SubjectId!.Value, adult.Reads, Calendar.Norway.StartOf(adult.From), adult.Until));

    private static Decision<PersonEvent> Withdraw(PersonState state, WithdrawConsent command, CommandContext context)
    {
        if (!Enum.IsDefined(command.Channel) || (command.Channel == Channel.SignedIn) != (context.Caller.Kind == CallerKind.Citizen)) return new Refusal("CONSENT_WITHDRAWAL_CHANNEL");
        var consent = state.Consents.FirstOrDefault(c => c.ConsentId == command.ConsentId);
        if (consent is null) return new Refusal("CONSENT_UNKNOWN");
        if (consent.WithdrawnAt is not null) return new Refusal("CONSENT_WITHDRAWN_BEFORE");
        return new ConsentWithdrawn(command.ConsentId, command.Channel, context.Now);
    }
}

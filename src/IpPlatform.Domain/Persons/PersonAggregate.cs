using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Rows;

namespace IpPlatform.Domain.Persons;

/// <summary>The rules of a person's record.</summary>
public sealed class PersonAggregate : IAggregate<PersonState, PersonCommand, PersonEvent>
{
    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Kind"/>
    public static string Kind => "person";

    /// <inheritdoc cref="IAggregate{TState,TCommand,TEvent}.Shape"/>
    public static int Shape => 1;

    /// <inheritdoc/>
    public static PersonState Initial(Guid id) => new(id, 0, false, [], []);

    /// <inheritdoc/>
    public static Decision<PersonEvent> Decide(PersonState state, PersonCommand command, CommandContext context)
    {
        if (!state.Registered && command is not RegisterPerson) return new Refusal("PERSON_UNKNOWN");
        return command switch
        {
            RegisterPerson when state.Registered => new Refusal("PERSON_ALREADY_REGISTERED"),
            RegisterPerson c => Decision.Accept<PersonEvent>(
                new PersonRegistered(c.Identifier),
                new RelationGranted(DerivedId.From(state.PersonId, "self"), state.PersonId, RelationKind.Self, context.Now)),
            DescribePerson c when string.IsNullOrWhiteSpace(c.Name) || c.Name.Length > 200 => new Refusal("PERSON_NAME_MISSING"),
            DescribePerson c => new PersonDescribed(c.Name.Trim(), c.Born, c.Phone?.Trim()),
            GrantRelation { Kind: RelationKind.Self } => new Refusal("RELATION_SELF_IS_GIVEN"),
            GrantRelation c when state.RelationsOf(c.SubjectId, context.Now).Contains(c.Kind) => new Refusal("RELATION_EXISTS"),
            GrantRelation c => new RelationGranted(c.RelationId, c.SubjectId, c.Kind, context.Now),
            EndRelation c => End(state, c, context.Now),
            RecordConsent c when state.Consents.Any(known => known.ConsentId == c.ConsentId) => new Refusal("CONSENT_EXISTS"),
            RecordConsent c => new ConsentGiven(c.ConsentId, c.Channel, c.GivenAt),
            WithdrawConsent c => Withdraw(state, c, context.Now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, null),
        };
    }

    /// <inheritdoc/>
    public static PersonState Evolve(PersonState state, PersonEvent @event)
    {
        var next = @event switch
        {
            PersonRegistered => state with { Registered = true },
            PersonDescribed => state,
            RelationGranted e => state with { Relations = state.Relations.Add(new Relation(e.RelationId, e.SubjectId, e.Kind, e.From, null)) },
            RelationEnded e => state with { Relations = [.. state.Relations.Select(r => r.RelationId == e.RelationId ? r with { To = e.To } : r)] },
            ConsentGiven e => state with { Consents = state.Consents.Add(new Consent(e.ConsentId, e.Channel, e.GivenAt, null)) },
            ConsentWithdrawn e => state with { Consents = [.. state.Consents.Select(c => c.ConsentId == e.ConsentId ? c with { WithdrawnAt = e.WithdrawnAt } : c)] },
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, null),
        };
        return next with { Version = state.Version + 1 };
    }

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
        }
    }

    /// <inheritdoc/>
    public static IEnumerable<Message> Announce(PersonState state, PersonEvent @event, DateTimeOffset at)
    {
        if (@event is ConsentWithdrawn e) yield return new PlanConsentWithdrawn(state.PersonId, e.ConsentId, at);
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
        if (relation.Kind == RelationKind.Self) return new Refusal("RELATION_SELF_IS_GIVEN");
        return new RelationEnded(command.RelationId, now);
    }

    private static Decision<PersonEvent> Withdraw(PersonState state, WithdrawConsent command, DateTimeOffset now)
    {
        var consent = state.Consents.FirstOrDefault(c => c.ConsentId == command.ConsentId);
        if (consent is null) return new Refusal("CONSENT_UNKNOWN");
        if (consent.WithdrawnAt is not null) return new Refusal("CONSENT_WITHDRAWN_BEFORE");
        return new ConsentWithdrawn(command.ConsentId, command.Channel, now);
    }
}

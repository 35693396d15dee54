using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;

namespace IpPlatform.UnitTests.Persons;

public sealed class PersonAggregateTests
{
    private static readonly Guid Person = new("018f0000-0000-7000-8000-000000000001");
    private static readonly Guid Staff = new("018f0000-0000-7000-8000-0000000000c1");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private PersonState _state = PersonAggregate.Initial(Person);

    [Fact]
    public void Registering_gives_the_person_a_relation_to_herself()
    {
        Do(new RegisterPerson(new ProtectedIdentifier([1], [2]), null));
        Assert.Equal([RelationKind.Self], _state.RelationsOf(Person, Now));
        Assert.Equal("PERSON_ALREADY_REGISTERED", Try(new RegisterPerson(new ProtectedIdentifier([1], [2]), null))?.Code);
    }

    [Fact]
    public void Nothing_happens_to_somebody_who_is_not_registered() =>
        Assert.Equal("PERSON_UNKNOWN", Try(new GrantRelation(Guid.Empty, Staff, RelationKind.Coordinator))?.Code);

    [Fact]
    public void An_ended_relation_is_none_from_that_instant()
    {
        Do(new RegisterPerson(new ProtectedIdentifier([1], [2]), null));
        var relation = DerivedId.From(Person, "r");
        Do(new GrantRelation(relation, Staff, RelationKind.Coordinator));
        Assert.Equal([RelationKind.Coordinator], _state.RelationsOf(Staff, Now));
        Do(new EndRelation(relation));
        Assert.Empty(_state.RelationsOf(Staff, Now));
    }

    [Fact]
    public void The_relation_to_oneself_is_neither_given_nor_ended()
    {
        Do(new RegisterPerson(new ProtectedIdentifier([1], [2]), null));
        Assert.Equal("RELATION_SELF_IS_GIVEN", Try(new GrantRelation(Staff, Staff, RelationKind.Self))?.Code);
        Assert.Equal("RELATION_SELF_IS_GIVEN", Try(new EndRelation(_state.Relations[0].RelationId))?.Code);
    }

    [Fact]
    public void A_withdrawn_consent_is_told_to_the_plan_once()
    {
        Do(new RegisterPerson(new ProtectedIdentifier([1], [2]), null));
        Do(new RecordConsent(Staff, Channel.SignedIn, Now));
        var told = Do(new WithdrawConsent(Staff, Channel.Phone)).SelectMany(e => PersonAggregate.Announce(_state, e, Now));
        Assert.Equal(new PlanConsentWithdrawn(Person, Staff, Now), Assert.Single(told));
        Assert.Equal("CONSENT_WITHDRAWN_BEFORE", Try(new WithdrawConsent(Staff, Channel.Phone))?.Code);
    }

    [Fact]
    public void A_withdrawal_says_truly_how_it_came()
    {
        Do(new RegisterPerson(new ProtectedIdentifier([1], [2]), null));
        Do(new RecordConsent(Staff, Channel.SignedIn, Now));
        var employee = new CommandContext(new Caller(CallerKind.Staff, Staff, "s"), Now);
        var herself = new CommandContext(new Caller(CallerKind.Citizen, Person, "s"), Now);
        Assert.Equal("CONSENT_WITHDRAWAL_CHANNEL", PersonAggregate.Decide(_state, new WithdrawConsent(Staff, Channel.SignedIn), employee).Refusal?.Code);
        Assert.Equal("CONSENT_WITHDRAWAL_CHANNEL", PersonAggregate.Decide(_state, new WithdrawConsent(Staff, Channel.Phone), herself).Refusal?.Code);
        Assert.Null(PersonAggregate.Decide(_state, new WithdrawConsent(Staff, Channel.SignedIn), herself).Refusal);
    }

    private Refusal? Try(PersonCommand command) => PersonAggregate.Decide(_state, command, new CommandContext(Caller.Platform, Now)).Refusal;

    private IReadOnlyList<PersonEvent> Do(PersonCommand command)
    {
        var decision = PersonAggregate.Decide(_state, command, new CommandContext(Caller.Platform, Now));
        Assert.Null(decision.Refusal);
        foreach (var e in decision.Events) _state = PersonAggregate.Evolve(_state, e);
        return decision.Events;
    }
}

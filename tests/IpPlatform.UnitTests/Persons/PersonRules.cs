using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Persons.Consents;

namespace IpPlatform.UnitTests.Persons;

/// <summary>A person's record in a test: commands are carried out or refused, at a time that the test moves.</summary>
internal sealed class PersonRules
{
    public static readonly Guid Person = new("018f0000-0000-7000-8000-000000000001");
    public static readonly Guid Mona = new("018f0000-0000-7000-8000-0000000000a1");
    public static readonly Guid Per = new("018f0000-0000-7000-8000-0000000000a2");
    public static readonly Guid Anne = new("018f0000-0000-7000-8000-0000000000c1");
    public static readonly Guid Bjarte = new("018f0000-0000-7000-8000-0000000000c2");
    public static readonly Caller Handler = new(CallerKind.Staff, new Guid("018f0000-0000-7000-8000-0000000000c9"), "s1");
    public static readonly DateOnly Day = new(2026, 11, 23);

    public PersonRules(int age)
    {
        Do(Caller.Platform, new RegisterPerson(new ProtectedIdentifier([1], [2]), Day.AddYears(-age)));
    }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public PersonState State { get; private set; } = PersonAggregate.Initial(Person);

    public List<Message> Told { get; } = [];

    public ConsentWay Way => ConsentRules.WayAt(State, Now);

    /// <summary>A child of ten with two adults who share the responsibility.</summary>
    public static PersonRules OfTwoHolders(int age = 10)
    {
        var rules = new PersonRules(age);
        rules.Do(Adult(Mona, AdultBasis.JointResponsibility, reads: true));
        rules.Do(Adult(Per, AdultBasis.JointResponsibility, reads: true));
        return rules;
    }

    public static RegisterAdult Adult(Guid adult, AdultBasis basis, bool reads = false) =>
        new(Relation(adult, basis), adult, "Syntetisk Vaksen", basis, AdultSource.Register, basis == AdultBasis.Guardian ? "Økonomi" : null, reads, new DateOnly(2020, 1, 1), null);

    public static Guid Relation(Guid adult, AdultBasis basis) => DerivedId.From(adult, basis.ToString());

    public Refusal? Try(Caller caller, PersonCommand command)
    {
        var decision = PersonAggregate.Decide(State, command, new CommandContext(caller, Now));
        foreach (var @event in decision.Events)
        {
            State = PersonAggregate.Evolve(State, @event);
            Told.AddRange(PersonAggregate.Announce(State, @event, Now));
        }

        return decision.Refusal;
    }

    public Refusal? Try(PersonCommand command) => Try(Handler, command);

    public void Do(Caller caller, PersonCommand command) => Assert.Null(Try(caller, command));

    public void Do(PersonCommand command) => Do(Handler, command);

    public void Says(Guid holder, bool agrees) => Do(new RecordHolderAnswer(holder, agrees, Channel.Phone));

    public IReadOnlyCollection<RelationKind> RelationsOf(Guid subject) => State.RelationsOf(subject, Now);
}

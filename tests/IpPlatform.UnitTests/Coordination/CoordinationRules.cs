using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Decisions;

namespace IpPlatform.UnitTests.Coordination;

/// <summary>A coordination in a test: commands are carried out or refused, at a time that the test moves.</summary>
internal sealed class CoordinationRules
{
    public static readonly Guid Person = new("018f0000-0000-7000-8000-000000000001");
    public static readonly Guid Anne = new("018f0000-0000-7000-8000-0000000000c1");
    public static readonly Guid Bjarte = new("018f0000-0000-7000-8000-0000000000c2");
    public static readonly Caller Owner = new(CallerKind.Citizen, Person, "s1");
    public static readonly Caller Handler = new(CallerKind.Staff, new Guid("018f0000-0000-7000-8000-0000000000c9"), "s2");
    public static readonly AppointeeFacts Fit = new(true, true, false, null, 4);

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public CoordinationState State { get; private set; } = CoordinationAggregate.Initial(Person);

    public List<Message> Told { get; } = [];

    public static Caller Employee(Guid staff) => new(CallerKind.Staff, staff, "s3");

    public static OfferAppointment Offer(Guid staff) => new(DerivedId.From(staff, "appointment"), staff, Fit, null, null, false, null, null, null);

    public static CoordinationRules Granted()
    {
        var rules = new CoordinationRules();
        rules.Do(Caller.Platform, new GrantCoordination(Guid.CreateVersion7(rules.Now), false));
        return rules;
    }

    public static CoordinationRules Active(Guid staff, Guid? deputy = null)
    {
        var rules = Granted();
        rules.Do(Handler, Offer(staff) with { DeputyId = deputy, DeputyFacts = Fit });
        rules.Do(Employee(staff), new AcceptAppointment());
        return rules;
    }

    public Refusal? Try(Caller caller, CoordinationCommand command)
    {
        var decision = CoordinationAggregate.Decide(State, command, new CommandContext(caller, Now));
        foreach (var @event in decision.Events)
        {
            State = CoordinationAggregate.Evolve(State, @event);
            Told.AddRange(CoordinationAggregate.Announce(State, @event, Now));
        }

        return decision.Refusal;
    }

    public void Do(Caller caller, CoordinationCommand command) => Assert.Null(Try(caller, command));

    public Guid? EffectiveWhenAway(params Guid[] absent) => State.EffectiveCoordinator(Now, absent.Contains).StaffId;
}

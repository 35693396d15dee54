using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Decisions;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Domain.Plans;

namespace IpPlatform.UnitTests.Plans;

/// <summary>A plan in a test: commands are carried out or refused, by owner or coordinator, at a fixed time.</summary>
internal sealed class PlanRules
{
    public static readonly Guid Person = new("018f0000-0000-7000-8000-000000000001");
    public static readonly Caller Owner = new(CallerKind.Citizen, Person, "s1");
    public static readonly Caller Coordinator = new(CallerKind.Staff, new Guid("018f0000-0000-7000-8000-0000000000c1"), "s2");
    public static readonly Caller OtherCoordinator = new(CallerKind.Staff, new Guid("018f0000-0000-7000-8000-0000000000c2"), "s3");

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public PlanState State { get; private set; } = PlanAggregate.Initial(Person);

    public static PlanRules Open()
    {
        var plan = new PlanRules();
        plan.Do(Owner, new OpenPlan(Guid.CreateVersion7(Now), Channel.SignedIn, true, Way: ConsentWay.Self));
        return plan;
    }

    public Refusal? Try(Caller caller, PlanCommand command)
    {
        var decision = PlanAggregate.Decide(State, command, new CommandContext(caller, Now));
        foreach (var @event in decision.Events) State = PlanAggregate.Evolve(State, @event);
        return decision.Refusal;
    }

    public void Do(Caller caller, PlanCommand command) => Assert.Null(Try(caller, command));

    public Guid AddGoal(Caller caller, string text)
    {
        var id = DerivedId.From(Person, $"{text}/{State.Version}");
        Do(caller, new AddGoal(id, text));
        return id;
    }

    public string? TextOf(Guid goal) => State.Find(goal)?.Now.Text;
}

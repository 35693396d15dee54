using System.Text.Json;
using CsCheck;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Plans;
using IpPlatform.Grains.Events;
using IpPlatform.Grains.Streams;
using IpPlatform.Storage.Commits;

namespace IpPlatform.UnitTests.Plans;

/// <summary>Random histories: whatever is done in whatever order, these hold.</summary>
public sealed class PlanModelTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(Caller Caller, PlanCommand Command)[]> Histories =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 12]).Array[1, 60].Select(steps => steps.Select(Step).ToArray());

    [Fact]
    public void A_snapshot_and_the_events_after_it_give_the_same_state_as_all_events() =>
        Histories.Sample((history) =>
        {
            var (events, states) = Run(history);
            var codec = new EventCodec<PlanEvent>();
            var stored = events.Select((e, i) => Stored(codec.Encode(e), i + 1)).ToArray();
            for (var cut = 0; cut <= stored.Length; cut += 7)
            {
                var snapshot = JsonSerializer.Deserialize<PlanState>(JsonSerializer.SerializeToUtf8Bytes(states[cut], StoredJson.Options), StoredJson.Options)!;
                var replayed = StreamReplay.Run<PlanAggregate, PlanState, PlanCommand, PlanEvent>(snapshot, stored.Skip(cut));
                if (Text(replayed) != Text(states[^1])) return false;
            }

            return true;
        }, iter: 300);

    [Fact]
    public void Nobody_but_the_owner_ever_makes_a_goal_agreed() =>
        Histories.Sample(history =>
        {
            var state = PlanAggregate.Initial(PlanRules.Person);
            foreach (var (caller, command) in history)
            {
                var before = state.Goals.Values.Count(goal => goal.Now is { Status: ItemStatus.Agreed, Removed: false });
                foreach (var e in PlanAggregate.Decide(state, command, new CommandContext(caller, Now)).Events) state = PlanAggregate.Evolve(state, e);
                var after = state.Goals.Values.Count(goal => goal.Now is { Status: ItemStatus.Agreed, Removed: false });
                if (after > before && caller.Kind != CallerKind.Citizen) return false;
            }

            return true;
        }, iter: 2_000);

    private static (Caller, PlanCommand) Step((int Who, int What, int Which, int Seen) step)
    {
        var caller = step.Who switch { 0 => PlanRules.Owner, 1 => PlanRules.Coordinator, _ => PlanRules.OtherCoordinator };
        var goal = DerivedId.From(PlanRules.Person, $"goal/{step.Which}");
        PlanCommand command = step.What switch
        {
            0 => new OpenPlan(goal, caller.Kind == CallerKind.Citizen ? Domain.Persons.Channel.SignedIn : Domain.Persons.Channel.Meeting, true, Way: Domain.Persons.Consents.ConsentWay.Self),
            1 => new AddGoal(goal, $"mål {step.Which}"),
            2 => new ChangeGoal(goal, $"mål {step.Which}/{step.Seen}", step.Seen * 3),
            3 => new AgreeGoal(goal, step.Seen * 3),
            4 => new RemoveGoal(goal, step.Seen * 3),
            _ => new UndoGoal(goal, step.Seen),
        };
        return (caller, command);
    }

    private static (List<PlanEvent> Events, List<PlanState> States) Run((Caller Caller, PlanCommand Command)[] history)
    {
        var events = new List<PlanEvent>();
        var states = new List<PlanState> { PlanAggregate.Initial(PlanRules.Person) };
        foreach (var (caller, command) in history)
        {
            foreach (var e in PlanAggregate.Decide(states[^1], command, new CommandContext(caller, Now)).Events)
            {
                events.Add(e);
                states.Add(PlanAggregate.Evolve(states[^1], e));
            }
        }

        return (events, states);
    }

    private static StoredEvent Stored(EventRecord record, long version) => new(version, record.Type, record.TypeVersion, record.Payload, Now, Guid.Empty, "test");

    private static string Text(PlanState state) => JsonSerializer.Serialize(PlanDocuments.For(state, PlanRules.Owner), StoredJson.Options);
}

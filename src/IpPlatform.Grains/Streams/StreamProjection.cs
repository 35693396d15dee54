using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Coordinators;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Units;
using IpPlatform.Grains.Events;
using IpPlatform.Storage.Commits;

namespace IpPlatform.Grains.Streams;

/// <summary>The read-model rows of a whole stream, by its aggregate's own projection: what <c>rebuild</c> writes.</summary>
public static class StreamProjection
{
    /// <summary>All rows that the events lead to, in order.</summary>
    public static IEnumerable<RowChange> Of(StreamId stream, IReadOnlyList<StoredEvent> events) => stream.Kind switch
    {
        "person" => Run<PersonAggregate, PersonState, PersonCommand, PersonEvent>(stream, events),
        "plan" => Run<PlanAggregate, PlanState, PlanCommand, PlanEvent>(stream, events),
        "coordination" => Run<CoordinationAggregate, CoordinationState, CoordinationCommand, CoordinationEvent>(stream, events),
        "coordinator" => Run<CoordinatorAggregate, CoordinatorState, CoordinatorCommand, CoordinatorEvent>(stream, events),
        "case" => Run<CaseAggregate, CaseState, CaseCommand, CaseEvent>(stream, events),
        "callback" => Run<CallbackAggregate, CallbackState, CallbackCommand, CallbackEvent>(stream, events),
        "unit" => Run<UnitAggregate, UnitState, UnitCommand, UnitEvent>(stream, events),
        _ => throw new InvalidOperationException($"Nothing projects '{stream.Kind}'."),
    };

    /// <summary>The same for a stream whose aggregate is known.</summary>
    public static IEnumerable<RowChange> Run<TAggregate, TState, TCommand, TEvent>(StreamId stream, IReadOnlyList<StoredEvent> events)
        where TAggregate : IAggregate<TState, TCommand, TEvent>
        where TState : class, IVersioned
        where TCommand : class
        where TEvent : class
    {
        var codec = new EventCodec<TEvent>();
        var state = TAggregate.Initial(stream == StreamId.Unit ? Guid.Empty : Guid.ParseExact(stream.Value[(stream.Kind.Length + 1)..], "D"));
        foreach (var stored in events)
        {
            if (stored.Type == EventsRedacted.StoredAs)
            {
                state = TAggregate.Pass(state);
                continue;
            }

            var @event = codec.Decode(stored.Type, stored.TypeVersion, stored.Payload);
            state = TAggregate.Evolve(state, @event);
            foreach (var row in TAggregate.Project(state, @event, stored.At)) yield return row;
        }
    }
}

using IpPlatform.Domain.Aggregates;
using IpPlatform.Grains.Events;
using IpPlatform.Storage.Commits;

namespace IpPlatform.Grains.Streams;

/// <summary>Builds state from stored events.</summary>
public static class StreamReplay
{
    /// <summary>The state after the events, which must follow it without a gap.</summary>
    public static TState Run<TAggregate, TState, TCommand, TEvent>(TState state, IEnumerable<StoredEvent> events)
        where TAggregate : IAggregate<TState, TCommand, TEvent>
        where TState : class, IVersioned
        where TCommand : class
        where TEvent : class
    {
        var codec = new EventCodec<TEvent>();
        foreach (var stored in events)
        {
            if (stored.Version != state.Version + 1) throw new InvalidDataException($"Gap in a {TAggregate.Kind} stream: {state.Version} is followed by {stored.Version}.");
            state = stored.Type == EventsRedacted.StoredAs ? TAggregate.Pass(state) : TAggregate.Evolve(state, codec.Decode(stored.Type, stored.TypeVersion, stored.Payload));
        }

        return state;
    }
}

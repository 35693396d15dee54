using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Grains.Events;
using IpPlatform.Storage.Commits;

namespace IpPlatform.Benchmarks.Seed;

/// <summary>Writes a stream by the product's own rules, several commands in one commit, before any grain has loaded it. Messages to other streams are left out.</summary>
internal sealed class StreamSeed(TenantStore store, TenantId tenant, TimeProvider time)
{
    public async Task<TState> WriteAsync<TAggregate, TState, TCommand, TEvent>(Guid id, Caller caller, IEnumerable<TCommand> commands)
        where TAggregate : IAggregate<TState, TCommand, TEvent>
        where TState : class, IVersioned
        where TCommand : class
        where TEvent : class
    {
        // Whole microseconds, which is what timestamptz holds: rows made of this state say the same time as our events.
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var (codec, state, events, rows) = (new EventCodec<TEvent>(), TAggregate.Initial(id), new List<EventRecord>(), new List<RowChange>());
        foreach (var command in commands)
        {
            var decision = TAggregate.Decide(state, command, new CommandContext(caller, now));
            if (decision.Refusal is { } refusal) throw new InvalidOperationException($"The seed was refused: {refusal.Code}");
            foreach (var @event in decision.Events)
            {
                state = TAggregate.Evolve(state, @event);
                events.Add(codec.Encode(@event));
                rows.AddRange(TAggregate.Project(state, @event, now));
            }
        }

        var (stream, commandId) = (StreamId.Of(TAggregate.Kind, id), DerivedId.From(id, $"seed/{TAggregate.Kind}"));
        var audit = new AuditEntry(DerivedId.From(commandId, "audit"), caller.Actor, "seed", "Seed", id, stream.Value, "seed", caller.SessionId, now);
        var outcome = await store.CommitAsync(tenant, new Commit(stream, 0, new CommandStamp(commandId, new byte[32], now), events, "{}"u8.ToArray(), rows, [], audit), CancellationToken.None);
        return outcome is CommitOutcome.Committed ? state : throw new InvalidOperationException($"The seed was not written: {outcome.GetType().Name}");
    }
}

using System.Text.Json;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Grains.Events;
using IpPlatform.Storage.Commits;

namespace IpPlatform.Grains.Streams;

/// <summary>
/// Carries out a command without a cluster, for operator verbs. The fence makes it safe beside a running one: a grain that is
/// overtaken reloads.
/// </summary>
public sealed class OfflineCommands(TenantStore store, TimeProvider time)
{
    /// <summary>Null when done, now or before; else the code of the refusal.</summary>
    public async Task<string?> RunAsync<TAggregate, TState, TCommand, TEvent>(
        TenantId tenant, Guid id, Guid commandId, byte[] fingerprint, TCommand command, CancellationToken cancellationToken)
        where TAggregate : IAggregate<TState, TCommand, TEvent>
        where TState : class, IVersioned
        where TCommand : class
        where TEvent : class
    {
        var stream = TAggregate.Kind == GrainKey.Unit ? StreamId.Unit : StreamId.Of(TAggregate.Kind, id);
        var codec = new EventCodec<TEvent>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var loaded = await store.LoadAsync(tenant, stream, TAggregate.Shape, cancellationToken);
            var before = StreamReplay.Run<TAggregate, TState, TCommand, TEvent>(
                loaded.Snapshot is { } snapshot ? JsonSerializer.Deserialize<TState>(snapshot.State.Span, StoredJson.Options)! : TAggregate.Initial(id), loaded.Tail);
            var now = time.GetUtcNow();
            var decision = TAggregate.Decide(before, command, new CommandContext(Caller.Platform, now));
            if (decision.Refusal is { } refusal) return refusal.Code;
            var (after, rows) = (before, new List<RowChange>());
            foreach (var @event in decision.Events)
            {
                after = TAggregate.Evolve(after, @event);
                rows.AddRange(TAggregate.Project(after, @event, now));
            }

            var audit = new AuditEntry(DerivedId.From(commandId, $"audit/{stream.Value}"), Caller.Platform.Actor, "operator", command.GetType().Name, null, stream.Value, "operator", "operator", now);
            var outcome = await store.CommitAsync(
                tenant,
                new Commit(stream, before.Version, new CommandStamp(commandId, fingerprint, now), [.. decision.Events.Select(codec.Encode)], "{}"u8.ToArray(), rows, [], audit),
                cancellationToken);
            if (outcome is CommitOutcome.Committed or CommitOutcome.Duplicate) return null;
            if (outcome is CommitOutcome.Invariant invariant) return invariant.Name;
        }

        throw new InvalidOperationException("The stream kept moving; try again.");
    }
}

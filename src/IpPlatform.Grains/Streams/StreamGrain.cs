using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Live;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Contracts.Redactions;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Grains.Events;
using IpPlatform.Storage.Commits;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace IpPlatform.Grains.Streams;

/// <summary>
/// The shell around an aggregate: load, decide, commit, and only then change memory, nudge the outbox and tell watchers.
/// Promise: an answer is given only when the database has answered. A repeated command gets its first answer. An activation that
/// is out of date is fenced by <c>(stream, version)</c>, reloads and decides again. Any other failure means <em>unknown</em>: the
/// state is forgotten, the activation ends, and the caller sends the same command id again. A commit that was cut off may still arrive
/// after the next activation has read the stream: whatever shows that reloads it and tells the watchers.
/// </summary>
public abstract class StreamGrain<TAggregate, TState, TCommand, TEvent> : Grain, IMessageTarget, IWatchable, IRedactable
    where TAggregate : IAggregate<TState, TCommand, TEvent>
    where TState : class, IVersioned
    where TCommand : class
    where TEvent : class
{
    private const int SnapshotEvery = 100;

    private static readonly EventCodec<TEvent> Codec = new();

    private readonly StreamServices _services;
    private readonly ILogger _logger;
    private readonly GrainKey _key;
    private readonly StreamId _stream;
    private ObserverManager<IVersionObserver>? _watchers;
    private TState? _state;

    /// <summary>Called by the runtime.</summary>
    protected StreamGrain(StreamServices services, ILogger logger)
    {
        _services = services;
        _logger = logger;
        _key = GrainKey.Parse(this.GetPrimaryKeyString());
        _stream = _key.Id == GrainKey.Unit ? StreamId.Unit : StreamId.Of(TAggregate.Kind, _key.ToGuid());
    }

    /// <summary>The committed state. Unknown for the moment between a failure and the reload.</summary>
    protected TState State => _state ?? throw new OutcomeUnknownException("The state is being reloaded.");

    /// <summary>The platform's clock.</summary>
    protected DateTimeOffset Now => _services.Time.GetUtcNow();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_watchers is not null) await _watchers.Notify(watcher => watcher.Gone($"{TAggregate.Kind}:{_key}"));
    }

    /// <inheritdoc/>
    public async Task Deliver(OutboxDelivery delivery)
    {
        if (TAggregate.Receive(MessageCodec.Decode(delivery.Type, delivery.Payload)) is not { } command)
        {
            throw new InvalidOperationException($"A {TAggregate.Kind} does not understand '{delivery.Type}'.");
        }

        var envelope = new CommandEnvelope(delivery.Id, SHA256.HashData(delivery.Payload), Caller.Platform, "message");
        var reply = await HandleMessage(envelope, command);
        if (reply.Refusal is { } refusal) StreamLog.MessageRefused(_logger, TAggregate.Kind, delivery.Type, refusal.Code);
    }

    /// <inheritdoc/>
    public ValueTask<long> Watch(IVersionObserver observer)
    {
        _watchers ??= new ObserverManager<IVersionObserver>(TimeSpan.FromMinutes(1), _logger);
        _watchers.Subscribe(observer, observer);
        return ValueTask.FromResult(State.Version);
    }

    /// <inheritdoc/>
    public Task<CommandReply> Redact(CommandEnvelope envelope, ImmutableArray<long> versions, RedactionReason reason) =>
        RunAsync(() => RedactAndCommit(envelope, versions, reason));

    /// <summary>Decides and commits; see the type's promise.</summary>
    protected Task<CommandReply> Handle(CommandEnvelope envelope, TCommand command) => RunAsync(() => DecideAndCommit(envelope, command));

    /// <summary>A command that came as a message from another stream, or as a clock of this one's own.</summary>
    protected virtual Task<CommandReply> HandleMessage(CommandEnvelope envelope, TCommand command) => Handle(envelope, command);

    /// <summary>Called when the state has moved on, before anybody is told.</summary>
    protected virtual void OnCommitted() { }

    private async Task<CommandReply> RunAsync(Func<Task<CommandReply?>> attempt)
    {
        try
        {
            if (_state is null) await LoadAsync(CancellationToken.None);
            var reply = await attempt();
            if (reply is null)
            {
                // Fenced: another activation has written. Nothing of ours was, so deciding anew on what is there now is safe.
                await CatchUpAsync();
                reply = await attempt() ?? throw new OutcomeUnknownException("Fenced twice.");
            }

            _services.Metrics.Count(TAggregate.Kind, reply.Status.ToString());
            return reply;
        }
        catch (Exception failure)
        {
            _state = null;
            DeactivateOnIdle();
            _services.Metrics.Count(TAggregate.Kind, "Unknown");
            StreamLog.OutcomeUnknown(_logger, TAggregate.Kind, failure.GetType().Name, failure);
            // The cause stays here: database messages can carry values, and exceptions travel.
            throw failure as OutcomeUnknownException ?? new OutcomeUnknownException(failure.GetType().Name);
        }
    }

    private async Task<CommandReply?> DecideAndCommit(CommandEnvelope envelope, TCommand command)
    {
        var before = State;
        var now = Now;
        var decision = TAggregate.Decide(before, command, new CommandContext(envelope.Caller, now));
        if (decision.Refusal is { } refusal) return await RefuseAsync(envelope, refusal);

        var after = before;
        var rows = new List<RowChange>();
        var outbox = new List<OutboxMessage>();
        var files = new List<Guid>();
        var events = new List<EventRecord>(decision.Events.Count);
        foreach (var @event in decision.Events)
        {
            after = TAggregate.Evolve(after, @event);
            events.Add(Codec.Encode(@event));
            files.AddRange(TAggregate.Files(@event));
            rows.AddRange(TAggregate.Project(after, @event, now));
            foreach (var message in TAggregate.Announce(after, @event, now)) outbox.Add(MessageCodec.Encode(message, envelope.CommandId, outbox.Count));
        }

        var commit = new Commit(
            _stream, before.Version, new CommandStamp(envelope.CommandId, envelope.Fingerprint, now), events, ResultOf(after.Version),
            rows, outbox, AuditOf(envelope, command.GetType().Name, after, now), SnapshotOf(before, after), files);
        switch (await CommitAsync(commit))
        {
            case CommitOutcome.Committed:
                _state = after;
                OnCommitted();
                Announce(after.Version, outbox.Count > 0);
                _services.Lists.Committed(_key.Tenant, rows);
                return CommandReply.Done(after.Version);
            case CommitOutcome.Duplicate duplicate:
                return await RepeatAsync(duplicate.First, envelope);
            case CommitOutcome.Invariant invariant:
                return CommandReply.Refused(new Domain.Decisions.Refusal(invariant.Name.ToUpperInvariant()));
            default:
                return null;
        }
    }

    private async Task<CommandReply?> RedactAndCommit(CommandEnvelope envelope, ImmutableArray<long> versions, RedactionReason reason)
    {
        var (before, now) = (State, Now);
        var plan = RedactionPlan<TAggregate, TState, TCommand, TEvent>.Of(_stream, await _services.Store.ReadAsync(_key.Tenant, _stream, 0, int.MaxValue, CancellationToken.None), versions, reason);
        if (plan.Refusal is { } refusal) return await RefuseAsync(envelope, refusal);
        var after = TAggregate.Pass(before);
        var commit = new Commit(
            _stream, before.Version, new CommandStamp(envelope.CommandId, envelope.Fingerprint, now), [plan.Marker(now)], ResultOf(after.Version),
            plan.Rows, [], AuditOf(envelope, nameof(Redact), after, now), Redaction: plan.Redaction);
        switch (await CommitAsync(commit))
        {
            case CommitOutcome.Committed:
                // The words are in memory still.
                await LoadAsync(CancellationToken.None);
                Announce(after.Version, nudge: false);
                _services.Lists.Committed(_key.Tenant, plan.Rows);
                return CommandReply.Done(after.Version);
            case CommitOutcome.Duplicate duplicate:
                return await RepeatAsync(duplicate.First, envelope);
            default:
                return null;
        }
    }

    /// <summary>A repeated command is often refused because it was carried out the first time; only then does the lookup cost anything.</summary>
    private async Task<CommandReply> RefuseAsync(CommandEnvelope envelope, Domain.Decisions.Refusal refusal)
    {
        var first = await _services.Store.FindCommandAsync(_key.Tenant, _stream, envelope.CommandId, CancellationToken.None);
        return first is null ? CommandReply.Refused(refusal) : await RepeatAsync(first, envelope);
    }

    private async Task<CommandReply> RepeatAsync(StoredCommand first, CommandEnvelope envelope)
    {
        if (first.Version > State.Version) await CatchUpAsync();
        return CryptographicOperations.FixedTimeEquals(first.Fingerprint, envelope.Fingerprint) ? CommandReply.Done(first.Version) : CommandReply.Mismatch();
    }

    private async Task<CommitOutcome> CommitAsync(Commit commit)
    {
        try
        {
            return await _services.Store.CommitAsync(_key.Tenant, commit, CancellationToken.None);
        }
        catch
        {
            // It may be there: the next attempt says so to the caller, and only this one knows which lists it changed.
            _services.Lists.Committed(_key.Tenant, commit.Rows);
            throw;
        }
    }

    /// <summary>Others have written behind this activation's back: reads it, and tells the watchers, since nobody else has.</summary>
    private async Task CatchUpAsync()
    {
        var known = State.Version;
        await LoadAsync(CancellationToken.None);
        if (State.Version > known) Announce(State.Version, nudge: true);
    }

    private void Announce(long version, bool nudge)
    {
        _services.Sealer.Nudge(_key.Tenant);
        if (nudge) GrainFactory.GetGrain<IOutboxGrain>(GrainKey.Singleton(_key.Tenant, GrainKey.Outbox).ToString()).Nudge().Ignore();
        _watchers?.Notify(watcher => watcher.Changed($"{TAggregate.Kind}:{_key}", version)).Ignore();
    }

    private AuditEntry AuditOf(CommandEnvelope envelope, string action, TState after, DateTimeOffset now) => new(
        DerivedId.From(envelope.CommandId, $"audit/{_stream.Value}"), envelope.Caller.Actor, envelope.Ground, action,
        _stream == StreamId.Unit ? null : TAggregate.Concerns(after, _key.ToGuid()), _stream.Value, envelope.Ground, envelope.Caller.SessionId, now);

    private static SnapshotRecord? SnapshotOf(TState before, TState after) =>
        after.Version / SnapshotEvery > before.Version / SnapshotEvery
            ? new SnapshotRecord(after.Version, TAggregate.Shape, JsonSerializer.SerializeToUtf8Bytes(after, StoredJson.Options))
            : null;

    private static byte[] ResultOf(long version) => JsonSerializer.SerializeToUtf8Bytes(new { version }, StoredJson.Options);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _state = null;
        var loaded = await ReadAsync(cancellationToken);
        var state = loaded.Snapshot is { } snapshot
            ? JsonSerializer.Deserialize<TState>(snapshot.State.Span, StoredJson.Options)!
            : TAggregate.Initial(_stream == StreamId.Unit ? Guid.Empty : _key.ToGuid());
        _state = StreamReplay.Run<TAggregate, TState, TCommand, TEvent>(state, loaded.Tail);
        OnCommitted();
    }

    // What the database throws cannot travel to the silo that woke this one: there it would look like a fault and not be tried again.
    private async Task<LoadedStream> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _services.Store.LoadAsync(_key.Tenant, _stream, TAggregate.Shape, cancellationToken);
        }
        catch (DbException failure)
        {
            StreamLog.OutcomeUnknown(_logger, TAggregate.Kind, failure.GetType().Name, failure);
            throw new OutcomeUnknownException(failure.GetType().Name);
        }
    }
}

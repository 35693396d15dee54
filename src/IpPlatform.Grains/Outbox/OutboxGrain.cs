using IpPlatform.Contracts.Callbacks;
using IpPlatform.Contracts.Cases;
using IpPlatform.Contracts.Coordination;
using IpPlatform.Contracts.Outbox;
using IpPlatform.Contracts.Persons;
using IpPlatform.Contracts.Plans;
using IpPlatform.Contracts.Units;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Outbox;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Outbox;

/// <summary>
/// Delivers a tenant's messages at least once, in order per target. Business time is <c>due_at</c> in the database: a late pump
/// catches up, a lost nudge costs a minute. A message that keeps failing is parked, so that only its target waits.
/// </summary>
[GrainType("outbox")]
public sealed class OutboxGrain(OutboxStore store, TimeProvider time, ILogger<OutboxGrain> logger) : Grain, IOutboxGrain, IRemindable
{
    private const string Reminder = "pump";
    private const int Batch = 100;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private GrainKey _key;
    private IGrainTimer? _timer;
    private bool _pumping;
    private bool _again;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = GrainKey.Parse(this.GetPrimaryKeyString());
        _timer = this.RegisterGrainTimer(PumpAsync, new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { Interleave = true });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Nudge()
    {
        _again = true;
        _timer?.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task Ensure() => await this.RegisterOrUpdateReminder(Reminder, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Nudge();

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        if (_pumping) return;
        _pumping = true;
        var sleep = LongestSleep;
        try
        {
            do
            {
                _again = false;
                while (await PumpOnceAsync(cancellationToken)) { }
            }
            while (_again);
            if (await store.NextDueAsync(_key.Tenant, time.GetUtcNow(), cancellationToken) is { } next) sleep = Shorter(next - time.GetUtcNow());
        }
        catch (Exception failure)
        {
            OutboxLog.PumpFailed(logger, failure.GetType().Name, failure);
            sleep = TimeSpan.FromSeconds(1);
        }
        finally
        {
            _pumping = false;
        }

        _timer?.Change(_again ? TimeSpan.Zero : sleep, Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Shorter(TimeSpan until) =>
        until < TimeSpan.FromMilliseconds(20) ? TimeSpan.FromMilliseconds(20) : until < LongestSleep ? until : LongestSleep;

    /// <summary>True when there may be more.</summary>
    private async Task<bool> PumpOnceAsync(CancellationToken cancellationToken)
    {
        var due = await store.DueAsync(_key.Tenant, time.GetUtcNow(), Batch, cancellationToken);
        if (due.Count == 0) return false;
        await Task.WhenAll(due.Select(message => DeliverAsync(message, cancellationToken)));
        return true;
    }

    private async Task DeliverAsync(PendingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await TargetOf(message.Target).Deliver(new OutboxDelivery(message.Id, message.Type, message.Payload.ToArray()));
            await store.DeliveredAsync(_key.Tenant, [message.Id], cancellationToken);
        }
        catch (Exception failure)
        {
            var attempt = message.Attempts + 1;
            if (attempt >= OutboxBackoff.ParkAfter)
            {
                await store.ParkAsync(_key.Tenant, message.Id, failure.GetType().Name, cancellationToken);
                OutboxLog.Parked(logger, message.Type, message.Id, failure.GetType().Name, failure);
            }
            else
            {
                await store.FailedAsync(_key.Tenant, message.Id, time.GetUtcNow() + OutboxBackoff.After(attempt), failure.GetType().Name, cancellationToken);
            }
        }
    }

    private IMessageTarget TargetOf(StreamId target)
    {
        if (target == StreamId.Unit) return GrainFactory.GetGrain<IUnitGrain>(GrainKey.Singleton(_key.Tenant, GrainKey.Unit).ToString());
        var key = GrainKey.Of(_key.Tenant, Guid.ParseExact(target.Value[(target.Kind.Length + 1)..], "D")).ToString();
        if (target.Kind == PersonAggregate.Kind) return GrainFactory.GetGrain<IPersonGrain>(key);
        if (target.Kind == PlanAggregate.Kind) return GrainFactory.GetGrain<IPlanGrain>(key);
        if (target.Kind == CaseAggregate.Kind) return GrainFactory.GetGrain<ICaseGrain>(key);
        if (target.Kind == CoordinationAggregate.Kind) return GrainFactory.GetGrain<ICoordinationGrain>(key);
        if (target.Kind == CallbackAggregate.Kind) return GrainFactory.GetGrain<ICallbackGrain>(key);
        throw new InvalidOperationException($"No grain takes messages to '{target.Kind}'.");
    }
}

using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Outbox;

namespace IpPlatform.ClusterTests.Storage;

public sealed class OutboxStoreTests(PostgresFixture postgres)
{
    private readonly TenantStore _store = new(postgres.Database);
    private readonly OutboxStore _outbox = new(postgres.Database);
    private readonly StreamId _one = StreamId.Of("person", Commits.NewId());
    private readonly StreamId _two = StreamId.Of("person", Commits.NewId());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_to_one_target_come_one_at_a_time_in_order_and_a_parked_one_holds_only_its_own_target()
    {
        var tenant = await postgres.NewTenantAsync();
        var (a, b, c) = (Message(_one), Message(_one), Message(_two));
        await _store.CommitAsync(tenant, Commits.Of(StreamId.Of("plan", Commits.NewId()), 0, outbox: [a, b, c]), Ct);
        Assert.Equal([a.Id, c.Id], (await _outbox.DueAsync(tenant, Commits.Now, 10, Ct)).Select(m => m.Id));
        await _outbox.ParkAsync(tenant, a.Id, "Test", Ct);
        Assert.Equal([c.Id], (await _outbox.DueAsync(tenant, Commits.Now, 10, Ct)).Select(m => m.Id));
        await _outbox.DeliveredAsync(tenant, [c.Id], Ct);
        // What waits behind a parked message wakes nobody.
        Assert.Null(await _outbox.NextDueAsync(tenant, Commits.Now, Ct));
        await _outbox.DeliveredAsync(tenant, [a.Id], Ct);
        Assert.Equal([b.Id], (await _outbox.DueAsync(tenant, Commits.Now, 10, Ct)).Select(m => m.Id));
    }

    [Fact]
    public async Task A_clock_waits_for_its_time_and_holds_back_nobody()
    {
        var tenant = await postgres.NewTenantAsync();
        var clock = Message(_one) with { DueAt = Commits.Now.AddDays(30) };
        var now = Message(_one);
        await _store.CommitAsync(tenant, Commits.Of(StreamId.Of("plan", Commits.NewId()), 0, outbox: [clock, now]), Ct);
        Assert.Equal([now.Id], (await _outbox.DueAsync(tenant, Commits.Now, 10, Ct)).Select(m => m.Id));
        await _outbox.DeliveredAsync(tenant, [now.Id], Ct);
        Assert.Equal(clock.DueAt, await _outbox.NextDueAsync(tenant, Commits.Now, Ct));
        Assert.Equal([clock.Id], (await _outbox.DueAsync(tenant, Commits.Now.AddDays(31), 10, Ct)).Select(m => m.Id));
    }

    [Fact]
    public async Task A_failed_message_waits_for_its_next_attempt()
    {
        var tenant = await postgres.NewTenantAsync();
        var message = Message(_one);
        await _store.CommitAsync(tenant, Commits.Of(StreamId.Of("plan", Commits.NewId()), 0, outbox: [message]), Ct);
        await _outbox.FailedAsync(tenant, message.Id, Commits.Now.AddSeconds(5), "Test", Ct);
        Assert.Empty(await _outbox.DueAsync(tenant, Commits.Now, 10, Ct));
        Assert.Equal(Commits.Now.AddSeconds(5), await _outbox.NextDueAsync(tenant, Commits.Now, Ct));
        Assert.Equal(1, Assert.Single(await _outbox.DueAsync(tenant, Commits.Now.AddSeconds(6), 10, Ct)).Attempts);
    }

    private static OutboxMessage Message(StreamId target) => new(Commits.NewId(), target, "test", "{}"u8.ToArray(), Commits.Now);
}

using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.ClusterTests.Storage;

public sealed class TenantStoreTests(PostgresFixture postgres)
{
    private readonly TenantStore _store = new(postgres.Database);
    private readonly StreamId _stream = StreamId.Of("plan", Commits.NewId());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_are_read_as_they_were_written_in_order_without_gaps()
    {
        var tenant = await postgres.NewTenantAsync();
        Assert.Equal(new CommitOutcome.Committed(3), await _store.CommitAsync(tenant, Commits.Of(_stream, 0, events: 3), Ct));
        Assert.Equal(new CommitOutcome.Committed(4), await _store.CommitAsync(tenant, Commits.Of(_stream, 3), Ct));
        var loaded = await _store.LoadAsync(tenant, _stream, 1, Ct);
        Assert.Equal([1L, 2, 3, 4], loaded.Tail.Select(e => e.Version));
    }

    [Fact]
    public async Task A_writer_that_is_behind_is_fenced_and_writes_nothing()
    {
        var tenant = await postgres.NewTenantAsync();
        await _store.CommitAsync(tenant, Commits.Of(_stream, 0, events: 2), Ct);
        Assert.IsType<CommitOutcome.Fenced>(await _store.CommitAsync(tenant, Commits.Of(_stream, 1, events: 2), Ct));
        Assert.Equal((2, 1, 1), (await CountAsync(tenant, "event"), await CountAsync(tenant, "command"), await CountAsync(tenant, "audit")));
    }

    [Fact]
    public async Task A_writer_that_is_ahead_leaves_no_gap()
    {
        var tenant = await postgres.NewTenantAsync();
        Assert.IsType<CommitOutcome.Fenced>(await _store.CommitAsync(tenant, Commits.Of(_stream, 5), Ct));
        Assert.Equal(0, await CountAsync(tenant, "event"));
    }

    [Fact]
    public async Task A_repeated_command_gets_its_first_answer_also_when_the_stream_has_moved_on()
    {
        var tenant = await postgres.NewTenantAsync();
        var command = Commits.NewId();
        await _store.CommitAsync(tenant, Commits.Of(_stream, 0, command), Ct);
        await _store.CommitAsync(tenant, Commits.Of(_stream, 1), Ct);
        var again = Assert.IsType<CommitOutcome.Duplicate>(await _store.CommitAsync(tenant, Commits.Of(_stream, 2, command), Ct));
        Assert.Equal(1, again.First.Version);
        Assert.Equal(2, await CountAsync(tenant, "event"));
    }

    [Fact]
    public async Task The_fingerprint_of_the_first_command_is_kept_so_that_another_body_shows()
    {
        var tenant = await postgres.NewTenantAsync();
        var command = Commits.NewId();
        var first = Commits.Of(_stream, 0, command, body: "one");
        await _store.CommitAsync(tenant, first, Ct);
        var again = Assert.IsType<CommitOutcome.Duplicate>(await _store.CommitAsync(tenant, Commits.Of(_stream, 1, command, body: "two"), Ct));
        Assert.Equal(first.Command.Fingerprint, again.First.Fingerprint);
    }

    [Fact]
    public async Task Of_many_writers_at_once_one_wins_each_version_and_everyone_knows_where_they_stand()
    {
        var tenant = await postgres.NewTenantAsync();
        for (var version = 0; version < 20; version++)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _store.CommitAsync(tenant, Commits.Of(_stream, version), Ct)));
            Assert.Single(outcomes.OfType<CommitOutcome.Committed>());
            Assert.Equal(5, outcomes.OfType<CommitOutcome.Fenced>().Count());
        }

        Assert.Equal((20, 20, 20), (await CountAsync(tenant, "event"), await CountAsync(tenant, "command"), await CountAsync(tenant, "audit")));
    }

    [Fact]
    public async Task The_same_command_by_two_activations_at_once_is_carried_out_once()
    {
        var tenant = await postgres.NewTenantAsync();
        for (var version = 0; version < 20; version++)
        {
            var command = Commits.NewId();
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _store.CommitAsync(tenant, Commits.Of(_stream, version, command), Ct)));
            Assert.Single(outcomes.OfType<CommitOutcome.Committed>());
        }

        Assert.Equal(20, await CountAsync(tenant, "event"));
    }

    [Fact]
    public async Task Two_persons_cannot_have_one_national_id_and_the_second_commit_leaves_no_trace()
    {
        var tenant = await postgres.NewTenantAsync();
        var (first, second) = (Commits.NewId(), Commits.NewId());
        await _store.CommitAsync(tenant, Commits.Of(StreamId.Of("person", first), 0, rows: [new PersonIdentifierRow(first, [1, 2], [3])]), Ct);
        var outcome = await _store.CommitAsync(tenant, Commits.Of(StreamId.Of("person", second), 0, rows: [new PersonIdentifierRow(second, [1, 2], [3])]), Ct);
        Assert.Equal(new CommitOutcome.Invariant("one_person_per_identifier"), outcome);
        Assert.Equal((1, 1), (await CountAsync(tenant, "event"), await CountAsync(tenant, "audit")));
    }

    [Fact]
    public async Task Rows_of_a_fenced_commit_are_not_written()
    {
        var tenant = await postgres.NewTenantAsync();
        var person = Commits.NewId();
        await _store.CommitAsync(tenant, Commits.Of(_stream, 0, rows: [new PlanRow(person, true, 1, 0, 1, Commits.Now)]), Ct);
        await _store.CommitAsync(tenant, Commits.Of(_stream, 0, rows: [new PlanRow(person, false, 9, 9, 9, Commits.Now)]), Ct);
        var rows = await postgres.Database.QueryAsync(tenant, "select open, agreed from plan_row", [], reader => (reader.GetBoolean(0), reader.GetInt32(1)), Ct);
        Assert.Equal([(true, 1)], rows);
    }

    [Fact]
    public async Task A_tenants_role_reads_no_other_tenant_and_the_serving_login_reads_none()
    {
        var (mine, other) = (await postgres.NewTenantAsync(), await postgres.NewTenantAsync());
        await _store.CommitAsync(other, Commits.Of(_stream, 0), Ct);
        foreach (var statement in (string[])[$"select * from {Database.SchemaOf(other)}.event", $"delete from {Database.SchemaOf(other)}.audit", "select ticket from platform.session", "create table x (y int)"])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => postgres.Database.ExecuteAsync(mine, statement, [], Ct));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        await using var bare = postgres.Database.App.CreateCommand($"select * from {Database.SchemaOf(other)}.event");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => bare.ExecuteNonQueryAsync(Ct))).SqlState);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using var count = postgres.Database.Provisioner.CreateCommand("select count(*) from public.migration");
        var before = await count.ExecuteScalarAsync(Ct);
        Assert.NotEqual(0L, before);
        await postgres.Migrator.MigrateAsync(Ct);
        Assert.Equal(before, await count.ExecuteScalarAsync(Ct));
    }

    private async Task<int> CountAsync(TenantId tenant, string table) =>
        (int)(await postgres.Database.QueryAsync(tenant, $"select count(*) from {table}", [], reader => reader.GetInt64(0), Ct))[0];
}

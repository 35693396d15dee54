using System.Text;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.ClusterTests.Storage;

/// <summary>
/// Commits that go together. Each test first holds the tenant's writers up, so that what comes next has to wait and goes as a group when
/// they are let go.
/// </summary>
public sealed class CommitGroupTests(PostgresFixture postgres)
{
    private const int Many = 40;

    private readonly TenantStore _store = new(postgres.Database);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commits_that_wait_at_the_same_time_share_a_transaction_and_each_gets_its_own_answer()
    {
        var tenant = await postgres.NewTenantAsync();
        var commits = OfNewStreams();
        var outcomes = await TogetherAsync(tenant, commits);
        Assert.All(outcomes, outcome => Assert.Equal(new CommitOutcome.Committed(3), outcome));
        foreach (var commit in commits)
        {
            var tail = (await _store.LoadAsync(tenant, commit.Stream, 1, Ct)).Tail;
            Assert.Equal([1L, 2, 3], tail.Select(e => e.Version));
            Assert.Equal(commit.Events.Select(e => Text(e.Payload)), tail.Select(e => Text(e.Payload)));
        }

        Assert.Equal((Many, Many, Many), (await CountAsync(tenant, "command"), await CountAsync(tenant, "audit"), await CountAsync(tenant, "outbox")));
        Assert.InRange((await TransactionsAsync(tenant)).Count, 1, 6);
    }

    [Fact]
    public async Task Of_two_commits_of_one_stream_in_one_group_one_wins_and_the_other_is_fenced()
    {
        var tenant = await postgres.NewTenantAsync();
        var commits = OfNewStreams();
        var outcomes = await TogetherAsync(tenant, [.. commits, .. commits.Select(commit => Commits.Of(commit.Stream, 0, body: "other"))]);
        Assert.All(outcomes[..Many], outcome => Assert.IsType<CommitOutcome.Committed>(outcome));
        Assert.All(outcomes[Many..], outcome => Assert.IsType<CommitOutcome.Fenced>(outcome));
        Assert.Equal((Many, Many), (await CountAsync(tenant, "command"), await CountAsync(tenant, "audit")));
    }

    [Fact]
    public async Task Commits_of_one_stream_that_follow_each_other_are_written_in_their_order()
    {
        var tenant = await postgres.NewTenantAsync();
        var stream = StreamId.Of("plan", Commits.NewId());
        var outcomes = await TogetherAsync(tenant, [.. Enumerable.Range(0, Many).Select(version => Commits.Of(stream, version))]);
        Assert.Equal(Enumerable.Range(1, Many).Select(version => new CommitOutcome.Committed(version)), outcomes);
    }

    [Fact]
    public async Task The_same_command_twice_in_one_group_is_carried_out_once_and_answered_twice()
    {
        var tenant = await postgres.NewTenantAsync();
        var commits = OfNewStreams();
        var outcomes = await TogetherAsync(tenant, [.. commits, .. commits]);
        Assert.All(outcomes[..Many], outcome => Assert.IsType<CommitOutcome.Committed>(outcome));
        Assert.All(outcomes[Many..], outcome => Assert.Equal(3, Assert.IsType<CommitOutcome.Duplicate>(outcome).First.Version));
        Assert.Equal((Many * 3, Many), (await CountAsync(tenant, "event"), await CountAsync(tenant, "command")));
    }

    [Fact]
    public async Task A_repeated_and_a_fenced_commit_take_nothing_from_the_others_of_their_group()
    {
        var tenant = await postgres.NewTenantAsync();
        var (repeated, behind) = (OfNewStreams(5), OfNewStreams(5));
        foreach (var commit in (Commit[])[.. repeated, .. behind]) await _store.CommitAsync(tenant, commit, Ct);
        Commit[] late = [.. behind.Select(commit => Commits.Of(commit.Stream, 1, rows: [Row(commit.Stream, version: 9)]))];
        Commit[] ahead = [.. Enumerable.Range(0, 5).Select(_ => Commits.Of(StreamId.Of("plan", Commits.NewId()), 7))];
        var outcomes = await TogetherAsync(tenant, [.. repeated, .. late, .. OfNewStreams(20), .. ahead]);
        for (var n = 0; n < 5; n++) Assert.Equal(repeated[n].Command.Fingerprint, Assert.IsType<CommitOutcome.Duplicate>(outcomes[n]).First.Fingerprint);
        Assert.All(outcomes[5..10], outcome => Assert.IsType<CommitOutcome.Fenced>(outcome));
        Assert.All(outcomes[10..30], outcome => Assert.IsType<CommitOutcome.Committed>(outcome));
        Assert.All(outcomes[30..], outcome => Assert.IsType<CommitOutcome.Fenced>(outcome));
        Assert.Equal((90, 30), (await CountAsync(tenant, "event"), await CountAsync(tenant, "command")));
        Assert.Equal(0, await CountAsync(tenant, "plan_row where version = 9"));
    }

    [Fact]
    public async Task An_invariant_that_one_of_a_group_breaks_refuses_that_one_only()
    {
        var tenant = await postgres.NewTenantAsync();
        var (first, second) = (Commits.NewId(), Commits.NewId());
        await _store.CommitAsync(tenant, Commits.Of(StreamId.Of("person", first), 0, rows: [new PersonIdentifierRow(first, [1, 2], [3])]), Ct);
        var taken = Commits.Of(StreamId.Of("person", second), 0, rows: [new PersonIdentifierRow(second, [1, 2], [3])]);
        var outcomes = await TogetherAsync(tenant, [.. OfNewStreams(20), taken, .. OfNewStreams(20)]);
        Assert.Equal(new CommitOutcome.Invariant("one_person_per_identifier"), outcomes[20]);
        Assert.All((CommitOutcome[])[.. outcomes[..20], .. outcomes[21..]], outcome => Assert.IsType<CommitOutcome.Committed>(outcome));
        Assert.Equal((41, 41), (await CountAsync(tenant, "command"), await CountAsync(tenant, "audit")));
    }

    [Fact]
    public async Task What_cannot_be_stored_or_not_even_sent_fails_alone()
    {
        var tenant = await postgres.NewTenantAsync();
        var answers = await SettledAsync(tenant, [.. OfNewStreams(20), Odd("\0"), .. OfNewStreams(10), Odd("\ud800"), .. OfNewStreams(10)]);
        Assert.Equal([20, 31], Enumerable.Range(0, answers.Length).Where(n => answers[n].IsFaulted));
        Assert.Equal(40, await CountAsync(tenant, "command"));

        static Commit Odd(string ground)
        {
            var commit = Commits.Of(StreamId.Of("plan", Commits.NewId()), 0);
            return commit with { Audit = commit.Audit with { Ground = ground } };
        }
    }

    [Fact]
    public async Task Of_a_plan_that_a_commit_changes_twice_the_last_row_stays()
    {
        var tenant = await postgres.NewTenantAsync();
        var commits = OfNewStreams();
        await TogetherAsync(tenant, [.. commits.Select(commit => commit with { Rows = [Row(commit.Stream, version: 1), Row(commit.Stream, version: 2)] })]);
        Assert.Equal(Many, await CountAsync(tenant, "plan_row where version = 2"));
    }

    [Fact]
    public async Task When_the_connection_dies_under_a_group_all_are_unknown_and_find_their_first_answers_when_sent_again()
    {
        var tenant = await postgres.NewTenantAsync();
        var commits = OfNewStreams();
        Task<CommitOutcome>[] answers;
        await using (await HoldAsync(tenant))
        {
            answers = [.. commits.Select(commit => _store.CommitAsync(tenant, commit, Ct))];
            // First those who found a writer free, then those who waited behind them, together.
            while (!answers.All(answer => answer.IsCompleted)) await KillWritersAsync(tenant);
        }

        Assert.All(answers, answer => Assert.IsAssignableFrom<NpgsqlException>(answer.Exception?.InnerException));
        Assert.Equal(0, await CountAsync(tenant, "event"));
        foreach (var commit in commits) Assert.IsType<CommitOutcome.Committed>(await _store.CommitAsync(tenant, commit, Ct));
        Assert.All(await TogetherAsync(tenant, commits), outcome => Assert.Equal(3, Assert.IsType<CommitOutcome.Duplicate>(outcome).First.Version));
        Assert.Equal((Many * 3, Many), (await CountAsync(tenant, "event"), await CountAsync(tenant, "command")));
    }

    [Fact]
    public async Task Two_tenants_never_share_a_group_and_one_that_is_held_up_holds_up_no_other()
    {
        var (one, other) = (await postgres.NewTenantAsync(), await postgres.NewTenantAsync());
        Task<CommitOutcome>[] held;
        await using (await HoldAsync(one))
        {
            held = [.. OfNewStreams().Select(commit => _store.CommitAsync(one, commit, Ct))];
            Assert.All(await Task.WhenAll(OfNewStreams().Select(commit => _store.CommitAsync(other, commit, Ct))), outcome => Assert.IsType<CommitOutcome.Committed>(outcome));
            Assert.DoesNotContain(held, answer => answer.IsCompleted);
        }

        await Task.WhenAll(held);
        Assert.Equal((Many, Many), (await CountAsync(one, "command"), await CountAsync(other, "command")));
        Assert.Empty((await TransactionsAsync(one)).Intersect(await TransactionsAsync(other)));
    }

    [Fact]
    public async Task Random_commits_of_many_writers_leave_each_stream_whole()
    {
        var tenant = await postgres.NewTenantAsync();
        StreamId[] streams = [.. Enumerable.Range(0, 12).Select(_ => StreamId.Of("plan", Commits.NewId()))];
        // Each writer thinks itself the only one, and two stores are two silos.
        TenantStore[] silos = [_store, new(postgres.Database)];
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, 24).Select(async writer =>
        {
            var (mine, version) = (0L, 0L);
            for (var n = 0; n < 30; n++)
            {
                switch (await silos[writer % 2].CommitAsync(tenant, Commits.Of(streams[writer / 2], version), Ct))
                {
                    case CommitOutcome.Committed committed:
                        (mine, version) = (mine + 1, committed.Version);
                        break;
                    default:
                        version = (await _store.LoadAsync(tenant, streams[writer / 2], 1, Ct)).Tail.Count;
                        break;
                }
            }

            return mine;
        }));
        Assert.Equal(acknowledged.Sum(), await CountAsync(tenant, "event"));
        foreach (var stream in streams)
        {
            var versions = (await _store.ReadAsync(tenant, stream, 0, 1000, Ct)).Select(e => e.Version).ToArray();
            Assert.Equal(Enumerable.Range(1, versions.Length).Select(version => (long)version), versions);
        }
    }

    private static Commit[] OfNewStreams(int count = Many) =>
        [.. Enumerable.Range(0, count).Select(n =>
        {
            var stream = StreamId.Of("plan", Commits.NewId());
            return Commits.Of(stream, 0, events: 3, body: $"{n}", rows: [Row(stream, 1)], outbox: [new OutboxMessage(Commits.NewId(), stream, "test", "{}"u8.ToArray(), Commits.Now)]);
        })];

    private static PlanRow Row(StreamId stream, long version) => new(Guid.Parse(stream.Value.AsSpan(5)), true, 0, 0, version, Commits.Now);

    private static string Text(ReadOnlyMemory<byte> payload) => Encoding.UTF8.GetString(payload.Span);

    private async Task<CommitOutcome[]> TogetherAsync(TenantId tenant, Commit[] commits) => await Task.WhenAll(await SettledAsync(tenant, commits));

    private async Task<Task<CommitOutcome>[]> SettledAsync(TenantId tenant, Commit[] commits)
    {
        Task<CommitOutcome>[] answers;
        await using (await HoldAsync(tenant)) answers = [.. commits.Select(commit => _store.CommitAsync(tenant, commit, Ct))];
        await ((Task)Task.WhenAll(answers)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return answers;
    }

    /// <summary>Nothing is written in the tenant until this is disposed.</summary>
    private async Task<IAsyncDisposable> HoldAsync(TenantId tenant)
    {
        var connection = new NpgsqlConnection(postgres.Server.Superuser + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using var hold = new NpgsqlCommand($"begin; lock table {Database.SchemaOf(tenant)}.event in exclusive mode", connection);
        await hold.ExecuteNonQueryAsync(Ct);
        return connection;
    }

    private async Task KillWritersAsync(TenantId tenant)
    {
        await using var source = NpgsqlDataSource.Create(postgres.Server.Superuser);
        await using var kill = source.CreateCommand(
            $"select pg_terminate_backend(pid) from pg_locks where relation = '{Database.SchemaOf(tenant)}.event'::regclass and not granted");
        await kill.ExecuteNonQueryAsync(Ct);
    }

    private async Task<List<string>> TransactionsAsync(TenantId tenant) =>
        await postgres.Database.QueryAsync(tenant, "select distinct xmin::text from event", [], reader => reader.GetString(0), Ct);

    private async Task<int> CountAsync(TenantId tenant, string table) =>
        (int)(await postgres.Database.QueryAsync(tenant, $"select count(*) from {table}", [], reader => reader.GetInt64(0), Ct))[0];
}

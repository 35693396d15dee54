using IpPlatform.ClusterTests.Storage;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Persons.Barrings;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Domain.Units;
using IpPlatform.Grains.Events;
using IpPlatform.Grains.Streams;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using IpPlatform.Storage.Rows;

namespace IpPlatform.ClusterTests.Rebuild;

public sealed class ReadModelRebuildTests(PostgresFixture postgres)
{
    private static readonly string[] Tables = ["person_identifier", "relation", "plan_row", "staff_role", "adult_relation", "protection", "callback_row"];

    private readonly TenantStore _store = new(postgres.Database);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_that_are_lost_or_wrong_are_made_anew_from_events()
    {
        var tenant = await postgres.NewTenantAsync();
        var (person, staff, relation, goal, consent) = (Commits.NewId(), Commits.NewId(), Commits.NewId(), Commits.NewId(), Commits.NewId());
        await WriteAsync<PersonEvent>(
            tenant, StreamId.Of("person", person), new PersonRegistered(new ProtectedIdentifier([1], [2]), null),
            new RelationGranted(relation, staff, RelationKind.Coordinator, Commits.Now), new RelationEnded(relation, Commits.Now.AddDays(1)),
            new AdultRegistered(Commits.NewId(), Commits.NewId(), "Syntetisk Vaksen", AdultBasis.SoleResponsibility, AdultSource.Register, null, true, new DateOnly(2020, 1, 1), null, Commits.Now),
            new ProtectionSet(ProtectionLevel.Confidential, "Sett i Folkeregisteret", Commits.Now),
            new EmployeeBarred(Commits.NewId(), staff, BarringGround.Kin, null, null, new Author(CallerKind.Staff, staff), Commits.Now));
        await WriteAsync<PlanEvent>(
            tenant, StreamId.Of("plan", person), new PlanOpened(1, consent, Channel.SignedIn, Commits.Now),
            new GoalAdded(goal, new Author(CallerKind.Citizen, person), ItemStatus.Agreed, "a", Commits.Now));
        await WriteAsync<UnitEvent>(tenant, StreamId.Unit, new StaffRoleGranted(staff, StaffRole.Coordinator, Commits.Now));
        await WriteAsync<CallbackEvent>(
            tenant, StreamId.Of("callback", Commits.NewId()),
            new CallAskedFor("Eininga", "Syntetisk Ringjar", "+4799999001", new CallWindow(new DateOnly(2026, 11, 30), new TimeOnly(10, 0), new TimeOnly(11, 0)), CallTopic.Other, null, Commits.Now, Commits.Now), new CallUnanswered(staff, Commits.Now));
        var before = await DumpAsync(tenant);
        Assert.All(before, Assert.NotEmpty);
        await postgres.Database.ExecuteAsync(tenant, "with r as (delete from relation), s as (delete from staff_role), a as (update adult_relation set reads = true), p as (delete from protection), c as (delete from callback_row) update plan_row set agreed = 99", [], Ct);
        Assert.NotEqual(before, await DumpAsync(tenant));
        Assert.True(await new ReadModelRebuild(postgres.Database).RunAsync(tenant, StreamProjection.Of, Ct) > 0);
        Assert.Equal(before, await DumpAsync(tenant));
    }

    [Fact]
    public async Task A_commit_during_a_rebuild_does_not_wait_for_it_and_is_in_its_rows()
    {
        var tenant = await postgres.NewTenantAsync();
        var (known, late) = (Commits.NewId(), Commits.NewId());
        await WriteAsync<PlanEvent>(tenant, StreamId.Of("plan", known), new PlanOpened(1, Commits.NewId(), Channel.SignedIn, Commits.Now));
        using var entered = new SemaphoreSlim(0);
        using var go = new ManualResetEventSlim();
        var rebuilding = Task.Run(() => new ReadModelRebuild(postgres.Database).RunAsync(tenant, Slowly, Ct), Ct);
        await entered.WaitAsync(Ct);
        await WriteAsync<PlanEvent>(tenant, StreamId.Of("plan", late), new PlanOpened(1, Commits.NewId(), Channel.SignedIn, Commits.Now));
        await AppendAsync(tenant, StreamId.Of("plan", known), 1, new GoalAdded(Commits.NewId(), new Author(CallerKind.Citizen, known), ItemStatus.Agreed, "a", Commits.Now));
        go.Set();
        await rebuilding;
        var rows = await postgres.Database.QueryAsync(tenant, "select person_id, version from plan_row", [], reader => (reader.GetGuid(0), reader.GetInt64(1)), Ct);
        Assert.Equal([(known, 2L), (late, 1L)], rows.OrderBy(row => row.Item1 == late));

        IEnumerable<RowChange> Slowly(StreamId stream, IReadOnlyList<StoredEvent> events)
        {
            entered.Release();
            go.Wait(Ct);
            return StreamProjection.Of(stream, events);
        }
    }

    /// <summary>An event without its row, as if the row had been lost.</summary>
    private async Task AppendAsync(TenantId tenant, StreamId stream, long after, PlanEvent @event) =>
        Assert.IsType<CommitOutcome.Committed>(await _store.CommitAsync(tenant, Commits.Of(stream, after) with { Events = [new EventCodec<PlanEvent>().Encode(@event)] }, Ct));

    private async Task WriteAsync<TEvent>(TenantId tenant, StreamId stream, params TEvent[] events)
        where TEvent : class
    {
        var codec = new EventCodec<TEvent>();
        EventRecord[] records = [.. events.Select(codec.Encode)];
        var commit = Commits.Of(stream, 0) with { Events = records };
        StoredEvent[] stored = [.. records.Select((record, n) => new StoredEvent(n + 1, record.Type, record.TypeVersion, record.Payload, Commits.Now, commit.Command.Id, "staff/1"))];
        Assert.IsType<CommitOutcome.Committed>(await _store.CommitAsync(tenant, commit with { Rows = [.. StreamProjection.Of(stream, stored)] }, Ct));
    }

    private async Task<List<List<string>>> DumpAsync(TenantId tenant)
    {
        var dump = new List<List<string>>();
        foreach (var table in Tables) dump.Add(await postgres.Database.QueryAsync(tenant, $"select r::text from {table} r order by 1", [], reader => reader.GetString(0), Ct));
        return dump;
    }
}

using IpPlatform.ClusterTests.Storage;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
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
    private static readonly string[] Tables = ["person_identifier", "relation", "plan_row", "staff_role"];

    private readonly TenantStore _store = new(postgres.Database);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_that_are_lost_or_wrong_are_made_anew_from_events()
    {
        var tenant = await postgres.NewTenantAsync();
        var (person, staff, relation, goal, consent) = (Commits.NewId(), Commits.NewId(), Commits.NewId(), Commits.NewId(), Commits.NewId());
        await WriteAsync<PersonEvent>(
            tenant, StreamId.Of("person", person), new PersonRegistered(new ProtectedIdentifier([1], [2])),
            new RelationGranted(relation, staff, RelationKind.Coordinator, Commits.Now), new RelationEnded(relation, Commits.Now.AddDays(1)));
        await WriteAsync<PlanEvent>(
            tenant, StreamId.Of("plan", person), new PlanOpened(1, consent, Channel.SignedIn, Commits.Now),
            new GoalAdded(goal, new Author(CallerKind.Citizen, person), ItemStatus.Agreed, "a", Commits.Now));
        await WriteAsync<UnitEvent>(tenant, StreamId.Unit, new StaffRoleGranted(staff, StaffRole.Coordinator, Commits.Now));
        var before = await DumpAsync(tenant);
        Assert.All(before, Assert.NotEmpty);
        await postgres.Database.ExecuteAsync(tenant, "with r as (delete from relation), s as (delete from staff_role) update plan_row set agreed = 99", [], Ct);
        Assert.NotEqual(before, await DumpAsync(tenant));
        Assert.True(await new ReadModelRebuild(postgres.Database).RunAsync(tenant, StreamProjection.Of, Ct) > 0);
        Assert.Equal(before, await DumpAsync(tenant));
    }

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

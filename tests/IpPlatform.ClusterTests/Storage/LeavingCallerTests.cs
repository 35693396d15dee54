using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.ClusterTests.Storage;

/// <summary>Somebody who leaves in the middle of a query harms nobody who uses its connection after her (decision 011).</summary>
public sealed class LeavingCallerTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_caller_who_leaves_while_her_statement_is_prepared_spoils_it_for_nobody()
    {
        var tenant = await postgres.NewTenantAsync();
        await using (var super = NpgsqlDataSource.Create(postgres.Server.Superuser))
        await using (var make = super.CreateCommand(
            $"create function {Database.SchemaOf(tenant)}.slow() returns int language plpgsql immutable as 'begin perform pg_sleep(0.3); return 42; end'"))
        {
            await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var answers = new List<int>();
        for (var use = 1; use <= 5; use++)
        {
            using var leaving = new CancellationTokenSource();
            // The second use of a connection prepares the statement; the server is planning it, and works out the function, for 300 ms.
            if (use == 2) leaving.CancelAfter(TimeSpan.FromMilliseconds(100));
            answers.AddRange(await postgres.Database.QueryAsync(tenant, "select slow()", [], row => row.GetInt32(0), leaving.Token));
        }

        Assert.Equal([42, 42, 42, 42, 42], answers);
    }
}

using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.ClusterTests.Storage;

/// <summary>The statement that Orleans' storage provider writes a state with: two first writes at once must not both succeed.</summary>
public sealed class GrainStateRaceTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Of_two_first_writes_at_once_one_wins_and_the_row_stays_readable()
    {
        await using var source = NpgsqlDataSource.Create(new DatabaseOptions { App = postgres.Server.App, Provisioner = "" }.OrleansConnectionString);
        await using var query = source.CreateCommand("select querytext from orleansquery where querykey = 'WriteToStorageKey'");
        var write = (string)(await query.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        for (var round = 0; round < 100; round++)
        {
            var versions = await Task.WhenAll(WriteAsync(source, write, round), WriteAsync(source, write, round));
            Assert.Single(versions, version => version == 1);
            await using var count = source.CreateCommand($"select count(*) from grain_state where n0 = {round} and extension = 'k/1' and service_id = 'test'");
            Assert.Equal(1L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
    }

    private static async Task<int?> WriteAsync(NpgsqlDataSource source, string write, int round)
    {
        await using var command = source.CreateCommand(write);
        command.Parameters.AddWithValue("GrainIdHash", 1);
        command.Parameters.AddWithValue("GrainIdN0", (long)round);
        command.Parameters.AddWithValue("GrainIdN1", 0L);
        command.Parameters.AddWithValue("GrainTypeHash", 1);
        command.Parameters.AddWithValue("GrainTypeString", "desk");
        command.Parameters.Add(new NpgsqlParameter<string?>("GrainIdExtensionString", "k/1"));
        command.Parameters.AddWithValue("ServiceId", "test");
        command.Parameters.Add(new NpgsqlParameter<int?>("GrainStateVersion", (int?)null));
        command.Parameters.AddWithValue("PayloadBinary", new byte[] { 1 });
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as int?;
    }
}

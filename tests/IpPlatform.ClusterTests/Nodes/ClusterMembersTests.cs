using IpPlatform.Storage.Nodes;

namespace IpPlatform.ClusterTests.Nodes;

/// <summary>Who is struck off the runtime's table is dead to the runtime, and only in that cluster.</summary>
public sealed class ClusterMembersTests(PostgresFixture postgres)
{
    private readonly ClusterMembers _members = new(postgres.Database);

    [Fact]
    public async Task Who_is_struck_off_stands_no_more_and_the_table_has_a_new_version()
    {
        var cluster = await ClusterAsync("struck", (18231, 1), (18232, 1), (18232, 2));
        await _members.StrikeOffAsync(cluster, new SiloEntry("127.0.0.1", 18232, 1), TestContext.Current.CancellationToken);
        Assert.Equal([new("127.0.0.1", 18231, 1), new("127.0.0.1", 18232, 2)], await _members.StandingAsync(cluster, TestContext.Current.CancellationToken));
        Assert.Equal(1, await VersionAsync(cluster));
    }

    [Fact]
    public async Task Another_cluster_at_the_same_addresses_keeps_its_silos()
    {
        var (one, other) = (await ClusterAsync("one", (18231, 1)), await ClusterAsync("other", (18231, 1)));
        await _members.StrikeOffAsync(one, new SiloEntry("127.0.0.1", 18231, 1), TestContext.Current.CancellationToken);
        Assert.Empty(await _members.StandingAsync(one, TestContext.Current.CancellationToken));
        Assert.Single(await _members.StandingAsync(other, TestContext.Current.CancellationToken));
        Assert.Equal(0, await VersionAsync(other));
    }

    private async Task<string> ClusterAsync(string name, params (int Port, int Generation)[] active)
    {
        await using var made = postgres.Database.App.CreateCommand("insert into orleans.cluster (deployment_id) values ($1)");
        made.Parameters.AddWithValue(name);
        await made.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        foreach (var (port, generation) in active)
        {
            await using var member = postgres.Database.App.CreateCommand("""
                insert into orleans.member (deployment_id, address, port, generation, silo_name, host_name, status, start_time, alive_time)
                values ($1, '127.0.0.1', $2, $3, 'silo', 'host', 3, now(), now())
                """);
            member.Parameters.AddWithValue(name);
            member.Parameters.AddWithValue(port);
            member.Parameters.AddWithValue(generation);
            await member.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        return name;
    }

    private async Task<int> VersionAsync(string cluster)
    {
        await using var version = postgres.Database.App.CreateCommand("select version from orleans.cluster where deployment_id = $1");
        version.Parameters.AddWithValue(cluster);
        return (int)(await version.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}

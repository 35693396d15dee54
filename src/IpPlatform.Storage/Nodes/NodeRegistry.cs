using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Nodes;

/// <summary>Which silos take requests, by the database's own clock: a silo that has not been heard of for six seconds is left out.</summary>
public sealed class NodeRegistry(Database database)
{
    /// <summary>This silo is here, with its private address and its release.</summary>
    public async Task BeatAsync(string name, Uri url, string version, bool draining, CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("""
            insert into platform.node (name, url, started_at, heartbeat_at, draining, version) values ($1, $2, now(), now(), $3, $4)
            on conflict (name) do update set url = excluded.url, heartbeat_at = now(), draining = excluded.draining, version = excluded.version,
                started_at = case when platform.node.heartbeat_at < now() - interval '6 seconds' then now() else platform.node.started_at end
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        command.Parameters.Add(new NpgsqlParameter { Value = url.ToString().TrimEnd('/') });
        command.Parameters.Add(new NpgsqlParameter { Value = draining });
        command.Parameters.Add(new NpgsqlParameter { Value = version });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Silos heard of lately that are not draining.</summary>
    public async Task<IReadOnlyList<Node>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand(
            "select name, url, started_at, version from platform.node where heartbeat_at > now() - interval '6 seconds' and not draining order by name");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var nodes = new List<Node>();
        while (await reader.ReadAsync(cancellationToken)) nodes.Add(new Node(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3)));
        return nodes;
    }
}

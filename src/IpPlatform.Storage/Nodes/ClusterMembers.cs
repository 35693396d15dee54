using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Nodes;

/// <summary>The runtime's table of silos.</summary>
public sealed class ClusterMembers(Database database)
{
    private const int Dead = 6;

    /// <summary>Silos that stand as not dead.</summary>
    /// <param name="cluster">The cluster's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<SiloEntry>> StandingAsync(string cluster, CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("select address, port, generation from orleans.member where deployment_id = $1 and status <> $2 order by address, port, generation");
        command.Parameters.Add(Database.Text(cluster));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Dead });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var members = new List<SiloEntry>();
        while (await reader.ReadAsync(cancellationToken)) members.Add(new SiloEntry(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)));
        return members;
    }

    /// <summary>Declares a silo dead as the runtime itself would: with a new version of the table, so that others notice and nobody writes over it.</summary>
    /// <param name="cluster">The cluster's id.</param>
    /// <param name="gone">Who is gone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StrikeOffAsync(string cluster, SiloEntry gone, CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("""
            with bumped as (update orleans.cluster set version = version + 1, changed_at = now() where deployment_id = $1 returning 1)
            update orleans.member set status = $5 from bumped
            where deployment_id = $1 and address = $2 and port = $3 and generation = $4
            """);
        command.Parameters.Add(Database.Text(cluster));
        command.Parameters.Add(Database.Text(gone.Address));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = gone.Port });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = gone.Generation });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Dead });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Rows;

/// <summary>Makes a tenant's read model anew from its events: <c>rebuild</c>. Readers see the old rows until the new ones are all there.</summary>
public sealed class ReadModelRebuild(Database database)
{
    /// <summary>Rebuilds; answers the number of rows written. The tenant's commits wait meanwhile.</summary>
    public async Task<int> RunAsync(TenantId tenant, Func<StreamId, IReadOnlyList<StoredEvent>, IEnumerable<RowChange>> project, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var clear = Database.Batch(connection, tenant))
        {
            // Keeps commits out (they write events), lets readers in.
            clear.BatchCommands.Add(new NpgsqlBatchCommand("lock table event in share mode"));
            foreach (var table in RowWriter.Tables) clear.BatchCommands.Add(new NpgsqlBatchCommand($"delete from {table}"));
            await clear.ExecuteNonQueryAsync(cancellationToken);
        }

        var written = 0;
        foreach (var stream in await StreamsAsync(connection, cancellationToken))
        {
            var rows = project(stream, await EventsAsync(connection, stream, cancellationToken)).ToArray();
            foreach (var page in rows.Chunk(200))
            {
                await using var batch = new NpgsqlBatch(connection);
                foreach (var row in page) batch.BatchCommands.Add(RowWriter.Unconditional(row));
                await batch.ExecuteNonQueryAsync(cancellationToken);
            }

            written += rows.Length;
        }

        await transaction.CommitAsync(cancellationToken);
        return written;
    }

    private static async Task<List<StreamId>> StreamsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select stream from event where version = 1 order by stream", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var streams = new List<StreamId>();
        while (await reader.ReadAsync(cancellationToken)) streams.Add(StreamId.FromStored(reader.GetString(0)));
        return streams;
    }

    private static async Task<List<StoredEvent>> EventsAsync(NpgsqlConnection connection, StreamId stream, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"{EventSql.Select} where stream = $1 order by version", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = stream.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellationToken)) events.Add(EventSql.Read(reader));
        return events;
    }
}

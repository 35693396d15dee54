using IpPlatform.Domain.Rows;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Commits;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Rows;

/// <summary>
/// Makes a tenant's read model anew from its events: <c>rebuild</c>. Readers see the old rows until the new ones are all there. The long
/// part, reading and projecting every stream, keeps nobody out; commits wait only while the rows are written, and what was committed
/// meanwhile is projected once more under that lock.
/// </summary>
public sealed class ReadModelRebuild(Database database)
{
    // An operator waits for this, no person does.
    private const int PatienceSeconds = 600;

    /// <summary>Rebuilds; answers the number of rows written.</summary>
    public async Task<int> RunAsync(TenantId tenant, Func<StreamId, IReadOnlyList<StoredEvent>, IEnumerable<RowChange>> project, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        var projected = new Dictionary<StreamId, (long Head, RowChange[] Rows)>();
        await using (var reading = await connection.BeginTransactionAsync(cancellationToken))
        {
            await EnterAsync(connection, tenant, [], cancellationToken);
            await ProjectAsync(cancellationToken);
            await reading.CommitAsync(cancellationToken);
        }

        await using var writing = await connection.BeginTransactionAsync(cancellationToken);
        // Keeps commits out (they write events), lets readers in.
        await EnterAsync(connection, tenant, ["lock table event in share mode", .. RowWriter.Tables.Select(table => $"delete from {table}")], cancellationToken);
        await ProjectAsync(cancellationToken);
        foreach (var page in projected.Values.SelectMany(stream => stream.Rows).Chunk(200))
        {
            await using var batch = new NpgsqlBatch(connection) { Timeout = PatienceSeconds };
            foreach (var row in page) batch.BatchCommands.Add(RowWriter.Unconditional(row));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await writing.CommitAsync(cancellationToken);
        return projected.Values.Sum(stream => stream.Rows.Length);

        async Task ProjectAsync(CancellationToken cancellation)
        {
            foreach (var (stream, head) in await HeadsAsync(connection, cancellation))
            {
                if (projected.TryGetValue(stream, out var known) && known.Head == head) continue;
                projected[stream] = (head, [.. project(stream, await EventsAsync(connection, stream, cancellation))]);
            }
        }
    }

    private static async Task EnterAsync(NpgsqlConnection connection, TenantId tenant, string[] first, CancellationToken cancellationToken)
    {
        await using var batch = Database.Batch(connection, tenant);
        batch.Timeout = PatienceSeconds;
        foreach (var sql in first) batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<(StreamId Stream, long Head)>> HeadsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select stream, max(version) from event group by stream order by stream", connection) { CommandTimeout = PatienceSeconds };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new List<(StreamId, long)>();
        while (await reader.ReadAsync(cancellationToken)) heads.Add((StreamId.FromStored(reader.GetString(0)), reader.GetInt64(1)));
        return heads;
    }

    private static async Task<List<StoredEvent>> EventsAsync(NpgsqlConnection connection, StreamId stream, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"{EventSql.Select} where stream = $1 order by version", connection) { CommandTimeout = PatienceSeconds };
        command.Parameters.Add(new NpgsqlParameter { Value = stream.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellationToken)) events.Add(EventSql.Read(reader));
        return events;
    }
}

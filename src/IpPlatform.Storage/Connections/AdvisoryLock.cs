using Npgsql;

namespace IpPlatform.Storage.Connections;

/// <summary>
/// A lock of the database's own, held by a session: freed when this is disposed, and also when the process is killed. Freed by word and
/// not by returning the connection, which goes back to the pool with everything it holds.
/// </summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    private readonly long _key;

    private AdvisoryLock(NpgsqlConnection connection, long key) => (Connection, _key) = (connection, key);

    /// <summary>The session that holds it, for the work under the lock.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Waits for the lock.</summary>
    public static async Task<AdvisoryLock> TakeAsync(NpgsqlDataSource source, long key, CancellationToken cancellationToken)
    {
        var (connection, _) = await AskAsync(source, "select pg_advisory_lock($1) is not null", key, cancellationToken);
        return new AdvisoryLock(connection, key);
    }

    /// <summary>The lock, or null when somebody else has it.</summary>
    public static async Task<AdvisoryLock?> TryTakeAsync(NpgsqlDataSource source, long key, CancellationToken cancellationToken)
    {
        var (connection, mine) = await AskAsync(source, "select pg_try_advisory_lock($1)", key, cancellationToken);
        if (mine) return new AdvisoryLock(connection, key);
        await connection.DisposeAsync();
        return null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ReturnAsync(Connection, _key);

    private static async Task<(NpgsqlConnection Connection, bool Mine)> AskAsync(NpgsqlDataSource source, string sql, long key, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
            command.Parameters.AddWithValue(key);
            return (connection, (bool)(await command.ExecuteScalarAsync(cancellationToken))!);
        }
        catch
        {
            // It may have been given in the same moment: the pool must get back neither a lock nor one connection too few.
            await ReturnAsync(connection, key);
            throw;
        }
    }

    private static async Task ReturnAsync(NpgsqlConnection connection, long key)
    {
        try
        {
            if (connection.State != System.Data.ConnectionState.Open) return;
            await using var command = new NpgsqlCommand("select pg_advisory_unlock($1)", connection);
            command.Parameters.AddWithValue(key);
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // The connection is broken, and what its session held is free.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }
}

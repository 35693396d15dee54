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
        var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = 120 };
        command.Parameters.AddWithValue(key);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new AdvisoryLock(connection, key);
    }

    /// <summary>The lock, or null when somebody else has it.</summary>
    public static async Task<AdvisoryLock?> TryTakeAsync(NpgsqlDataSource source, long key, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection);
        command.Parameters.AddWithValue(key);
        if ((bool)(await command.ExecuteScalarAsync(cancellationToken))!) return new AdvisoryLock(connection, key);
        await connection.DisposeAsync();
        return null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Connection.State == System.Data.ConnectionState.Open)
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock($1)", Connection);
            command.Parameters.AddWithValue(_key);
            await command.ExecuteNonQueryAsync();
        }

        await Connection.DisposeAsync();
    }
}

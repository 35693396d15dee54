using System.Security.Cryptography;
using System.Text;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Sessions;

/// <summary>Server-side sessions. Handles and provider session ids are kept as hashes: who reads the table can take over nothing.</summary>
public sealed class SessionStore(Database database)
{
    /// <summary>Keeps or replaces a session's ticket, encrypted by the caller.</summary>
    public Task SaveAsync(string handle, byte[] ticket, string? sid, DateTimeOffset expires, CancellationToken cancellationToken) => RunAsync(
        """
        insert into platform.session (handle_hash, ticket, sid_hash, expires_at) values ($1, $2, $3, $4)
        on conflict (handle_hash) do update set ticket = excluded.ticket, expires_at = excluded.expires_at
        """,
        [Hash(handle), ticket, sid is null ? DBNull.Value : Hash(sid), expires], cancellationToken);

    /// <summary>The session, while it lasts.</summary>
    public async Task<StoredSession?> FindAsync(string handle, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command("select ticket, expires_at from platform.session where handle_hash = $1 and expires_at > $2", [Hash(handle), now], cancellationToken);
        await using var row = await command.ExecuteReaderAsync(CancellationToken.None);
        return await row.ReadAsync(CancellationToken.None) ? new StoredSession(row.GetFieldValue<byte[]>(0), row.GetFieldValue<DateTimeOffset>(1)) : null;
    }

    /// <summary>Lets a session last longer; false when it has ended, which nothing undoes.</summary>
    public async Task<bool> ProlongAsync(string handle, DateTimeOffset now, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "update platform.session set expires_at = greatest(expires_at, $3) where handle_hash = $1 and expires_at > $2", [Hash(handle), now, expires], cancellationToken);
        return await command.ExecuteNonQueryAsync(CancellationToken.None) == 1;
    }

    /// <summary>Ends a session.</summary>
    public Task RemoveAsync(string handle, CancellationToken cancellationToken) =>
        RunAsync("delete from platform.session where handle_hash = $1", [Hash(handle)], cancellationToken);

    /// <summary>Ends all sessions that came of one sign-in at the provider.</summary>
    public Task RemoveBySidAsync(string sid, CancellationToken cancellationToken) =>
        RunAsync("delete from platform.session where sid_hash = $1", [Hash(sid)], cancellationToken);

    /// <summary>Forgets what has expired.</summary>
    public Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync("delete from platform.session where expires_at <= $1", [now], cancellationToken);

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private async Task RunAsync(string sql, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, parameters, cancellationToken);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    // Who has left before it is sent is not served; once it is sent it is let finish (decision 011).
    private NpgsqlCommand Command(string sql, object[] parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var command = database.App.CreateCommand(sql);
        foreach (var value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}

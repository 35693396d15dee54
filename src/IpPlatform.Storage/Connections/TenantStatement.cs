using IpPlatform.Domain.Tenants;
using Npgsql;

namespace IpPlatform.Storage.Connections;

/// <summary>
/// Runs one statement in a tenant, in one round trip. Whoever leaves before it is sent is not kept waiting; once it is sent it is let
/// finish, within the command's seconds (decision 011).
/// </summary>
public static class TenantStatement
{
    /// <summary>Runs it and reads its rows.</summary>
    public static async Task<List<T>> QueryAsync<T>(
        this Database database, TenantId tenant, string sql, IEnumerable<object?> parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using var batch = Database.Batch(connection, tenant);
        batch.BatchCommands.Add(Command(sql, parameters));
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        await reader.NextResultAsync(CancellationToken.None);
        var rows = new List<T>();
        while (await reader.ReadAsync(CancellationToken.None)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Runs it and answers the number of rows it touched.</summary>
    public static async Task<int> ExecuteAsync(this Database database, TenantId tenant, string sql, IEnumerable<object?> parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellationToken);
        await using var batch = Database.Batch(connection, tenant);
        var command = Command(sql, parameters);
        batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        return (int)command.RecordsAffected;
    }

    /// <summary>A command with positional parameters.</summary>
    public static NpgsqlBatchCommand Command(string sql, IEnumerable<object?> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in parameters) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}

using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Commits;

/// <summary>How carried-out commands are read, wherever they are.</summary>
internal static class CommandSql
{
    /// <summary>The first answer to a command, if it was carried out.</summary>
    public static async Task<StoredCommand?> FindAsync(Database database, TenantId tenant, StreamId stream, Guid commandId, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            tenant, "select fingerprint, version, result from command where stream = $1 and command_id = $2", [stream.Value, commandId],
            reader => Read(commandId, reader, 0), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Fingerprint, version and result, from the given column on.</summary>
    public static StoredCommand Read(Guid id, NpgsqlDataReader reader, int from) =>
        new(id, reader.GetFieldValue<byte[]>(from), reader.GetInt64(from + 1), reader.GetFieldValue<byte[]>(from + 2));
}

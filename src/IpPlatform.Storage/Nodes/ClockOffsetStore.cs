using IpPlatform.Storage.Connections;
using Npgsql;

namespace IpPlatform.Storage.Nodes;

/// <summary>The offset that all processes share.</summary>
public sealed class ClockOffsetStore(Database database)
{
    /// <summary>Reads it.</summary>
    public async Task<TimeSpan> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("select offset_seconds from platform.clock");
        return TimeSpan.FromSeconds((long)(await command.ExecuteScalarAsync(cancellationToken))!);
    }

    /// <summary>Sets it for everybody.</summary>
    public async Task WriteAsync(TimeSpan offset, CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("update platform.clock set offset_seconds = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = (long)offset.TotalSeconds });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

using Npgsql;

namespace IpPlatform.Storage.Commits;

/// <summary>How stored events are read, wherever they are.</summary>
internal static class EventSql
{
    public const string Select = "select version, type, type_version, payload, at, command_id, actor from event";

    public static StoredEvent Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetFieldValue<byte[]>(3),
        reader.GetFieldValue<DateTimeOffset>(4), reader.GetGuid(5), reader.GetString(6));
}

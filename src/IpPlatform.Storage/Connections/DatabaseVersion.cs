namespace IpPlatform.Storage.Connections;

/// <summary>Which database the platform runs on.</summary>
public sealed class DatabaseVersion(Database database)
{
    /// <summary>The server's version, such as <c>17.2</c>.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.App.CreateCommand("select current_setting('server_version')");
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}

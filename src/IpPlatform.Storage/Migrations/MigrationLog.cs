using Microsoft.Extensions.Logging;

namespace IpPlatform.Storage.Migrations;

internal static partial class MigrationLog
{
    [LoggerMessage(40, LogLevel.Information, "Schema {Schema}: {Script} applied.")]
    public static partial void Applied(ILogger logger, string schema, string script);
}

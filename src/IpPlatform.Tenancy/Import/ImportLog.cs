using Microsoft.Extensions.Logging;

namespace IpPlatform.Tenancy.Import;

internal static partial class ImportLog
{
    [LoggerMessage(62, LogLevel.Error, "A tenant's file is broken and stays at its last good state: {Error}")]
    public static partial void Broken(ILogger logger, string error);
}

using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Live;

internal static partial class LiveListLog
{
    [LoggerMessage(40, LogLevel.Information, "Open lists were not told of a change ({Failure}).")]
    public static partial void NotTold(ILogger logger, string failure);
}

using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(23, LogLevel.Information, "Nobody listens at {Address}:{Port}: silo {Generation} is struck off.")]
    public static partial void StruckOff(ILogger logger, string address, int port, int generation);
}

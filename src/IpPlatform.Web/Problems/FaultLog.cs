using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.Problems;

internal static partial class FaultLog
{
    [LoggerMessage(20, LogLevel.Warning, "A request ended without a certain answer ({Failure}).")]
    public static partial void Passing(ILogger logger, string failure);

    [LoggerMessage(21, LogLevel.Error, "A request failed at {Endpoint}.")]
    public static partial void Fault(ILogger logger, string endpoint, Exception exception);
}

using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.Live;

internal static partial class LiveLog
{
    [LoggerMessage(30, LogLevel.Information, "A watch could not be renewed ({Failure}); it is tried again.")]
    public static partial void RenewalFailed(ILogger logger, string failure);
}

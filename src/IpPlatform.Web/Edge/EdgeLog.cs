using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.Edge;

internal static partial class EdgeLog
{
    [LoggerMessage(50, LogLevel.Warning, "The list of silos could not be read ({Failure}); the last one stays in force.")]
    public static partial void NodesUnknown(ILogger logger, string failure);
}

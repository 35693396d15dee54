using Microsoft.Extensions.Logging;

namespace IpPlatform.Storage.Audit;

internal static partial class AuditLog
{
    [LoggerMessage(41, LogLevel.Warning, "Audit rows could not be sealed ({Failure}); the next sweep tries again.")]
    public static partial void SealingFailed(ILogger logger, string failure);
}

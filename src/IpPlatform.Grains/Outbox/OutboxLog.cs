using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Outbox;

internal static partial class OutboxLog
{
    [LoggerMessage(10, LogLevel.Warning, "The outbox could not be read ({Failure}); the pump tries again.")]
    public static partial void PumpFailed(ILogger logger, string failure, Exception exception);

    [LoggerMessage(11, LogLevel.Error, "Message {Type} {Id} is parked after repeated failures ({Failure}); its target waits for an operator.")]
    public static partial void Parked(ILogger logger, string type, Guid id, string failure, Exception exception);
}

using Microsoft.Extensions.Logging;

namespace IpPlatform.Grains.Streams;

internal static partial class StreamLog
{
    [LoggerMessage(1, LogLevel.Warning, "The outcome of a command on a {Kind} stream is unknown ({Failure}); the activation ends.")]
    public static partial void OutcomeUnknown(ILogger logger, string kind, string failure, Exception exception);

    [LoggerMessage(2, LogLevel.Information, "A {Kind} stream refused message {Type}: {Code}.")]
    public static partial void MessageRefused(ILogger logger, string kind, string type, string code);
}

namespace IpPlatform.Silo;

internal static partial class NodeLog
{
    [LoggerMessage(70, LogLevel.Warning, "The database was not told that this silo is here ({Failure}).")]
    public static partial void BeatFailed(ILogger logger, string failure);

    [LoggerMessage(71, LogLevel.Warning, "Stopping took longer than {Seconds} s; the process ends without it.")]
    public static partial void StopTookTooLong(ILogger logger, double seconds);
}

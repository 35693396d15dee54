using Microsoft.Extensions.Logging;

namespace IpPlatform.Tenancy.Catalogue;

internal static partial class CatalogueLog
{
    [LoggerMessage(60, LogLevel.Information, "The catalogue has {Count} tenants at revision {Revision}.")]
    public static partial void Changed(ILogger logger, int count, long revision);

    [LoggerMessage(61, LogLevel.Warning, "The catalogue could not be read ({Failure}); the last good one stays in force.")]
    public static partial void Unreachable(ILogger logger, string failure);
}

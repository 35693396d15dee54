namespace IpPlatform.Gateway.Configuration;

internal static partial class GatewayLog
{
    [LoggerMessage(1, LogLevel.Information, "Configuration {Revision} is in force: {Tenants} tenants, {Silos} silos.")]
    public static partial void Applied(ILogger logger, string revision, int tenants, int silos);

    [LoggerMessage(2, LogLevel.Error, "A configuration was refused, the last good one stays: {Fault}")]
    public static partial void Refused(ILogger logger, string fault);

    [LoggerMessage(3, LogLevel.Information, "Silo {Silo} is {State}.")]
    public static partial void Silo(ILogger logger, string silo, string state);
}

using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.SignIn;

internal static partial class SignInLog
{
    [LoggerMessage(80, LogLevel.Error, "Signing in by {Scheme} is not available ({Failure}).")]
    public static partial void Unavailable(ILogger logger, string scheme, string failure);
}

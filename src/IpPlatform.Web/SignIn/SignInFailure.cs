using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.SignIn;

/// <summary>Reasons why signing in failed that lead to a page of their own, as they stand in its address.</summary>
internal static class SignInFailure
{
    /// <summary>The provider gave a lower level of assurance than high.</summary>
    public const string LevelTooLow = "niva";

    /// <summary>The person gave up.</summary>
    public const string Cancelled = "avbroten";

    /// <summary>The provider does not answer, or says that it cannot now.</summary>
    public const string Unavailable = "borte";

    /// <summary>Anything else.</summary>
    public const string Other = "feil";

    /// <summary>How <see cref="OpenIdClients"/> marks the first.</summary>
    public const string LevelTooLowMessage = "level-too-low";

    /// <summary>Why it failed.</summary>
    public static string Of(RemoteFailureContext context) =>
        context.Failure?.Message == LevelTooLowMessage ? LevelTooLow
        : context.Request.Query["error"].ToString() switch
        {
            "access_denied" => Cancelled,
            "temporarily_unavailable" or "server_error" => Unavailable,
            _ => IsSilence(context.Failure) ? Unavailable : Other,
        };

    /// <summary>Says that it cannot be now: 503, a page or a problem.</summary>
    public static Task WriteUnavailableAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        return Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "SIGN_IN_UNAVAILABLE");
    }

    /// <summary>Whether it was the network or a clock that ended a question.</summary>
    public static bool IsSilence(Exception? failure) => failure is not null && (failure is HttpRequestException or IOException or OperationCanceledException || IsSilence(failure.InnerException));
}

namespace IpPlatform.TestIdentity.Login;

/// <summary>OAuth error answers to the client (RFC 6749 section 5.2).</summary>
internal static class ProtocolError
{
    public static IResult InvalidClient(string why) => Answer("invalid_client", why, StatusCodes.Status401Unauthorized);

    public static IResult InvalidRequest(string why) => Answer("invalid_request", why, StatusCodes.Status400BadRequest);

    public static IResult InvalidGrant(string why) => Answer("invalid_grant", why, StatusCodes.Status400BadRequest);

    private static IResult Answer(string error, string why, int status) =>
        Results.Json(new { error, error_description = why }, statusCode: status);
}

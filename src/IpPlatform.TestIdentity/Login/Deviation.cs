namespace IpPlatform.TestIdentity.Login;

/// <summary>What can be made to go wrong, as it does at real providers.</summary>
internal static class Deviation
{
    /// <summary>A lower level of assurance than was asked for.</summary>
    public const string LowerLevel = "lower-acr";

    /// <summary>The person gives up.</summary>
    public const string Cancel = "cancel";

    /// <summary>An id token that answers another request.</summary>
    public const string WrongNonce = "wrong-nonce";

    /// <summary>The code is redeemed too late.</summary>
    public const string ExpiredCode = "expired-code";

    /// <summary>Somebody else has redeemed the code.</summary>
    public const string ReplayedCode = "replayed-code";

    /// <summary>The pushed request has expired before the person came with it.</summary>
    public const string ExpiredRequest = "expired-request";

    /// <summary>The token request is answered as one without a client assertion.</summary>
    public const string MissingAssertion = "missing-assertion";

    /// <summary>The provider says that it is not available.</summary>
    public const string Unavailable = "unavailable";

    private static readonly (string Name, string Words)[] All =
    [
        (LowerLevel, "Lågare tryggleiksnivå enn kravd"),
        (Cancel, "Avbryt innlogginga"),
        (WrongNonce, "Feil nonce i svaret"),
        (ExpiredCode, "Kode som har gått ut"),
        (ReplayedCode, "Kode som er brukt før"),
        (ExpiredRequest, "Førespurnad som har gått ut"),
        (MissingAssertion, "Token-førespurnad utan klientbevis"),
        (Unavailable, "Tenesta er ikkje tilgjengeleg"),
    ];

    /// <summary>The deviations that the picker offers, with the words it says them in.</summary>
    public static IEnumerable<(string Name, string Words)> For(Issuer issuer) =>
        All.Where(deviation => issuer.Kind == People.Person.Citizen || deviation.Name != LowerLevel);

    /// <summary>The error that a deviation answers the request with, if it does.</summary>
    public static string? ErrorOf(string deviation) => deviation switch
    {
        Cancel => "access_denied",
        ExpiredRequest => "invalid_request_uri",
        Unavailable => "temporarily_unavailable",
        _ => null,
    };
}

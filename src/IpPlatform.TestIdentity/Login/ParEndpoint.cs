namespace IpPlatform.TestIdentity.Login;

/// <summary>Pushed authorization requests (RFC 9126): every check of a request is made here, with the client known.</summary>
internal static class ParEndpoint
{
    /// <summary>What a request URI starts with.</summary>
    public const string UriPrefix = "urn:ietf:params:oauth:request_uri:";

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder routes, Issuer issuer) =>
        routes.MapPost("/par", async (HttpRequest request) =>
        {
            if (!request.HasFormContentType)
                return ProtocolError.InvalidRequest("a form is required");
            var form = await request.ReadFormAsync();
            if (await issuer.Client.FindFaultAsync(form) is { } fault)
                return ProtocolError.InvalidClient(fault);
            if (FindFault(form, issuer) is { } wrong)
                return ProtocolError.InvalidRequest(wrong);

            var pushed = new LoginRequest(
                form["redirect_uri"].ToString(), form["state"], form["nonce"].ToString(), form["code_challenge"].ToString());
            var code = issuer.Pushed.Add(pushed, Life);
            return Results.Json(
                new { request_uri = UriPrefix + code, expires_in = (int)Life.TotalSeconds },
                statusCode: StatusCodes.Status201Created);
        }).DisableAntiforgery();

    private static string? FindFault(IFormCollection form, Issuer issuer) =>
        form.ContainsKey("request_uri") ? "request_uri can not be pushed"
        : form["response_type"] != "code" ? "response_type must be code"
        : form["response_mode"].ToString() is not ("" or "query") ? "response_mode must be query"
        : form["redirect_uri"] != issuer.RedirectUri ? "redirect_uri is not registered"
        : !form["scope"].ToString().Split(' ').Contains("openid") ? "scope must have openid"
        : form["code_challenge_method"] != "S256" || form["code_challenge"].ToString().Length != 43 ? "PKCE with S256 is required"
        : form["nonce"].ToString().Length == 0 ? "nonce is required"
        : null;
}

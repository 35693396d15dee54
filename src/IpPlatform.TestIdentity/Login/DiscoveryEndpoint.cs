namespace IpPlatform.TestIdentity.Login;

/// <summary>The issuer's metadata (OpenID Connect Discovery) and keys.</summary>
internal static class DiscoveryEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, Issuer issuer)
    {
        var metadata = new Dictionary<string, object>
        {
            ["issuer"] = issuer.Id,
            ["authorization_endpoint"] = issuer.Id + "/authorize",
            ["token_endpoint"] = issuer.Id + "/token",
            ["pushed_authorization_request_endpoint"] = issuer.Id + "/par",
            ["end_session_endpoint"] = issuer.Id + "/endsession",
            ["jwks_uri"] = issuer.Id + "/jwks",
            ["require_pushed_authorization_requests"] = true,
            ["response_types_supported"] = new[] { "code" },
            ["response_modes_supported"] = new[] { "query" },
            ["grant_types_supported"] = new[] { "authorization_code" },
            ["code_challenge_methods_supported"] = new[] { "S256" },
            ["subject_types_supported"] = new[] { "pairwise" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
            ["token_endpoint_auth_methods_supported"] = new[] { "private_key_jwt" },
            ["token_endpoint_auth_signing_alg_values_supported"] = new[] { "RS256", "PS256" },
            ["scopes_supported"] = new[] { "openid", "profile" },
            ["ui_locales_supported"] = new[] { "nn" },
            ["authorization_response_iss_parameter_supported"] = true,
        };
        if (issuer.Kind == People.Person.Citizen)
            metadata["acr_values_supported"] = new[] { Levels.Substantial, Levels.High };

        routes.MapGet("/.well-known/openid-configuration", () => metadata);
        routes.MapGet("/jwks", () => issuer.Key.PublicKeys);
    }
}

namespace IpPlatform.TestIdentity.Login;

/// <summary>An authorization request that the client pushed and that passed all checks.</summary>
/// <param name="RedirectUri">Where the answer goes, exactly as registered.</param>
/// <param name="State">The client's state, echoed.</param>
/// <param name="Nonce">The client's nonce, echoed in the id token.</param>
/// <param name="CodeChallenge">PKCE challenge, S256.</param>
public sealed record LoginRequest(string RedirectUri, string? State, string Nonce, string CodeChallenge);

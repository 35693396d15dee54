using IpPlatform.TestIdentity.People;

namespace IpPlatform.TestIdentity.Login;

/// <summary>What an authorization code stands for.</summary>
/// <param name="Request">The request the code answers.</param>
/// <param name="Person">Who logged in.</param>
/// <param name="Acr">The level given to a citizen.</param>
/// <param name="Nonce">The nonce of the id token; differs from the request's when a test asked for a wrong one.</param>
/// <param name="AuthenticatedAt">When the person was picked.</param>
/// <param name="RefuseClient">The client is refused when it redeems the code: a test asked for it.</param>
public sealed record Grant(LoginRequest Request, Person Person, string Acr, string Nonce, DateTimeOffset AuthenticatedAt, bool RefuseClient);

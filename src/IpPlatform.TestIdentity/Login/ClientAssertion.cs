using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IpPlatform.TestIdentity.Login;

/// <summary>Checks <c>private_key_jwt</c> (RFC 7523): signed by the client, for this issuer, short-lived, used once.</summary>
public sealed class ClientAssertion(string clientId, string issuer, SecurityKey publicKey, TimeProvider time)
{
    /// <summary>Said when there is none.</summary>
    public const string Missing = "a client assertion (private_key_jwt) is required";

    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);
    private readonly JsonWebTokenHandler handler = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);

    /// <summary>Null when the form proves that the client sent it, otherwise what is wrong.</summary>
    public async Task<string?> FindFaultAsync(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form["client_assertion_type"] != AssertionType || form["client_assertion"].ToString() is not { Length: > 0 } assertion)
            return Missing;
        if (form["client_id"].ToString() is { Length: > 0 } named && named != clientId)
            return "client_id is unknown";

        var result = await handler.ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            ValidIssuer = clientId,
            IssuerSigningKey = publicKey,
            TryAllIssuerSigningKeys = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
            ValidTypes = ["JWT", "client-authentication+jwt"],
            AudienceValidator = (audiences, _, _) => audiences.SequenceEqual([issuer]),
            LifetimeValidator = (notBefore, expires, _, _) => IsTimely(notBefore, expires),
        });
        if (!result.IsValid)
            return "the client assertion is not valid: signature, iss, aud, typ or lifetime";

        var token = (JsonWebToken)result.SecurityToken;
        if (token.Subject != clientId)
            return "the client assertion's sub is not the client";
        return token.Id is { Length: > 0 } && IsFirstUse(token) ? null : "the client assertion has no jti or was used before";
    }

    private bool IsTimely(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now - Skew && expires <= now + Longest + Skew && (notBefore is null || notBefore <= now + Skew);
    }

    private bool IsFirstUse(JsonWebToken token)
    {
        var now = time.GetUtcNow();
        foreach (var old in used.Where(entry => entry.Value <= now))
            used.TryRemove(old);
        return used.TryAdd(token.Id, now + Longest + Skew + Skew);
    }
}

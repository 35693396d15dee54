using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IpPlatform.Web.SignIn;

/// <summary>Bearer tokens of the test identity, for scripts; not registered in Production. Valid ones are remembered until they expire.</summary>
public sealed class TestTokens(TestTokenOptions options, HttpClient http, NationalIdPolicy nationalIds)
{
    private const int Capacity = 20_000;

    private readonly ConcurrentDictionary<string, (SignedInUser User, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private JsonWebKeySet? _keys;

    /// <summary>The user behind a token, or null when it is not valid.</summary>
    public async ValueTask<SignedInUser?> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
        // Tokens live in real time, whatever the platform's clock has been set to.
        var now = TimeProvider.System.GetUtcNow();
        if (_known.TryGetValue(hash, out var known)) return now < known.Until ? known.User : null;
        _keys ??= new JsonWebKeySet(await http.GetStringAsync($"{options.Authority}/test/.well-known/jwks.json", cancellationToken));
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = $"{options.Authority}/test",
            ValidAudience = "ipplatform",
            IssuerSigningKeys = _keys.Keys,
            ClockSkew = TimeSpan.Zero,
        });
        if (!result.IsValid || UserOf(result) is not { } user) return null;
        if (_known.Count > Capacity) _known.Clear();
        _known[hash] = (user, result.SecurityToken.ValidTo);
        return user;
    }

    private SignedInUser? UserOf(TokenValidationResult result)
    {
        if (Claim("sid") is not { } session) return null;
        if (Claim("kind") == "staff" && Claim("sub") is { } staff) return new SignedInUser(CallerKind.Staff, staff, session, null);
        return Claim("acr") == SignInSchemes.LevelHigh && Claim("pid") is { } pid && nationalIds.Check(pid) is null
            ? new SignedInUser(CallerKind.Citizen, pid, session, null)
            : null;

        string? Claim(string name) => result.Claims.TryGetValue(name, out var value) ? value as string : null;
    }
}

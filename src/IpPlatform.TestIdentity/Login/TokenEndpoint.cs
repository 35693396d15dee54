using System.Security.Cryptography;
using System.Text;
using IpPlatform.TestIdentity.People;
using Microsoft.IdentityModel.Tokens;

namespace IpPlatform.TestIdentity.Login;

/// <summary>Redeems an authorization code, once, for an id token.</summary>
internal static class TokenEndpoint
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(120);

    public static void Map(IEndpointRouteBuilder routes, Issuer issuer, TimeProvider time) =>
        routes.MapPost("/token", async (HttpRequest request) =>
        {
            if (!request.HasFormContentType)
                return ProtocolError.InvalidRequest("a form is required");
            var form = await request.ReadFormAsync();
            if (await issuer.Client.FindFaultAsync(form) is { } fault)
                return ProtocolError.InvalidClient(fault);
            if (form["grant_type"] != "authorization_code")
                return ProtocolError.InvalidRequest("grant_type must be authorization_code");
            if (issuer.Codes.Take(form["code"].ToString()) is not { } grant)
                return ProtocolError.InvalidGrant("the code is unknown, used or expired");
            if (grant.RefuseClient)
                return ProtocolError.InvalidClient(ClientAssertion.Missing);
            if (form["redirect_uri"] != grant.Request.RedirectUri)
                return ProtocolError.InvalidGrant("redirect_uri differs from the request's");
            if (Challenge(form["code_verifier"].ToString()) != grant.Request.CodeChallenge)
                return ProtocolError.InvalidGrant("code_verifier does not match");

            request.HttpContext.Response.Headers.CacheControl = "no-store";
            return Results.Json(new
            {
                // There is nothing to call with it, but the protocol has one.
                access_token = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32)),
                token_type = "Bearer",
                expires_in = (int)Life.TotalSeconds,
                id_token = issuer.Key.Sign(issuer.Id, issuer.ClientId, Claims(grant), time.GetUtcNow(), Life),
                scope = "openid",
            });
        }).DisableAntiforgery();

    private static string Challenge(string verifier) =>
        Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static Dictionary<string, object> Claims(Grant grant)
    {
        var claims = new Dictionary<string, object>
        {
            ["nonce"] = grant.Nonce,
            ["sid"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
            ["auth_time"] = grant.AuthenticatedAt.ToUnixTimeSeconds(),
        };
        if (grant.Person is { Kind: Person.Citizen, NationalId: { } pid })
        {
            claims["sub"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes("citizens:" + pid)));
            claims["pid"] = pid;
            claims["acr"] = grant.Acr;
            claims["amr"] = new[] { "TestID" };
            claims["locale"] = "nb";
        }
        else
        {
            claims["sub"] = grant.Person.Key;
            claims["name"] = grant.Person.Name;
        }

        return claims;
    }
}

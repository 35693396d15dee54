using System.Globalization;
using System.Security.Cryptography;
using IpPlatform.TestIdentity.Keys;
using IpPlatform.TestIdentity.Login;
using IpPlatform.TestIdentity.People;
using Microsoft.IdentityModel.Tokens;

namespace IpPlatform.TestIdentity.TestTokens;

/// <summary>Bearer tokens for tests that do not go through a browser, and the list of people they may use.</summary>
internal static class TestTokenEndpoints
{
    private const int DefaultSeconds = 8 * 60 * 60;

    public static void Map(IEndpointRouteBuilder routes, string origin, SigningKey key, PeopleDirectory people, TimeProvider time)
    {
        var issuer = origin + "/test";
        var metadata = new { issuer, jwks_uri = issuer + "/.well-known/jwks.json" };
        routes.MapGet("/test/.well-known/openid-configuration", () => metadata);
        routes.MapGet("/test/.well-known/jwks.json", () => key.PublicKeys);
        routes.MapGet("/test/people", () => people.All.Select(person =>
            new { person = person.Key, label = person.Label, kind = person.Kind, municipality = person.Municipality }));
        routes.MapPost("/test/token", async (HttpRequest request) =>
        {
            if (!request.HasFormContentType)
                return Refuse("A form is required.");
            var form = await request.ReadFormAsync();
            if (FindPerson(form, people) is not { } person)
                return Refuse("Unknown person. Send one of: person (a key), pid (a synthetic national id), staff (a subject).");
            if (!TryLifetime(form["lifetime"].ToString(), out var lifetime))
                return Refuse("lifetime is whole seconds, 1 or more.");

            var claims = Claims(person, form["acr"].ToString());
            return Results.Json(new { access_token = key.Sign(issuer, "ipplatform", claims, time.GetUtcNow(), lifetime) });
        }).DisableAntiforgery();
    }

    private static Person? FindPerson(IFormCollection form, PeopleDirectory people)
    {
        if (form["person"].ToString() is { Length: > 0 } key)
            return people.Find(key);
        if (form["pid"].ToString() is { Length: > 0 } pid)
            return people.FindCitizen(pid);
        return people.Find(form["staff"].ToString()) is { Kind: Person.Staff } staff ? staff : null;
    }

    private static bool TryLifetime(string text, out TimeSpan lifetime)
    {
        var seconds = DefaultSeconds;
        var valid = text.Length == 0
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds > 0);
        lifetime = TimeSpan.FromSeconds(seconds);
        return valid;
    }

    private static Dictionary<string, object> Claims(Person person, string acr)
    {
        var claims = new Dictionary<string, object>
        {
            ["kind"] = person.Kind,
            ["sid"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
        };
        if (person.NationalId is { } pid)
        {
            claims["pid"] = pid;
            claims["acr"] = acr.Length > 0 ? acr : Levels.High;
        }
        else
        {
            claims["sub"] = person.Key;
            claims["name"] = person.Name;
        }

        return claims;
    }

    private static IResult Refuse(string why) =>
        Results.Problem(why, statusCode: StatusCodes.Status400BadRequest, title: "The token can not be made.");
}

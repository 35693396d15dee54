using System.Security.Cryptography;
using IpPlatform.TestIdentity.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace IpPlatform.TestIdentity.Login;

/// <summary>Shows the person picker for a pushed request, and answers the client when someone is picked.</summary>
internal static class AuthorizeEndpoint
{
    private static readonly TimeSpan PickingLife = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder routes, Issuer issuer, PeopleDirectory people, TimeProvider time)
    {
        routes.MapGet("/authorize", (HttpContext context) =>
        {
            var uri = context.Request.Query["request_uri"].ToString();
            if (context.Request.Query["client_id"] != issuer.ClientId
                || !uri.StartsWith(ParEndpoint.UriPrefix, StringComparison.Ordinal)
                || issuer.Pushed.Take(uri[ParEndpoint.UriPrefix.Length..]) is not { } request)
            {
                return Gone(context, issuer);
            }

            var ticket = issuer.Picking.Add(request, PickingLife);
            return PickerPage.Picker(context.Response, issuer, ticket, people.All.Where(person => person.Kind == issuer.Kind));
        });

        routes.MapPost("/choose", async (HttpContext context) =>
        {
            if (!context.Request.HasFormContentType)
                return Gone(context, issuer);
            var form = await context.Request.ReadFormAsync();
            if (issuer.Picking.Take(form["ticket"].ToString()) is not { } request)
                return Gone(context, issuer);

            var deviation = form["deviation"].ToString();
            if (Deviation.ErrorOf(deviation) is { } error)
                return Answer(issuer, request, "error", error);
            if (people.Find(form["person"].ToString()) is not { } person || person.Kind != issuer.Kind)
                return Gone(context, issuer);

            var grant = new Grant(
                request,
                person,
                deviation == Deviation.LowerLevel ? Levels.Substantial : Levels.High,
                deviation == Deviation.WrongNonce ? Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)) : request.Nonce,
                time.GetUtcNow(),
                RefuseClient: deviation == Deviation.MissingAssertion);
            var code = issuer.Codes.Add(grant, deviation == Deviation.ExpiredCode ? TimeSpan.Zero : CodeLife);
            if (deviation == Deviation.ReplayedCode)
                issuer.Codes.Take(code);
            return Answer(issuer, request, "code", code);
        }).DisableAntiforgery(); // The ticket is unguessable and works once.
    }

    private static IResult Answer(Issuer issuer, LoginRequest request, string name, string value)
    {
        var parameters = new Dictionary<string, string?> { [name] = value, ["iss"] = issuer.Id };
        if (request.State is { Length: > 0 } state)
            parameters["state"] = state;
        return Results.Redirect(QueryHelpers.AddQueryString(request.RedirectUri, parameters));
    }

    private static IResult Gone(HttpContext context, Issuer issuer) =>
        PickerPage.Notice(
            context.Response, issuer, "Innlogginga gjekk ikkje",
            "Førespurnaden er ukjend, brukt før eller har gått ut på tid. Gå tilbake til tenesta og prøv på nytt.",
            StatusCodes.Status400BadRequest);
}

using Microsoft.AspNetCore.WebUtilities;

namespace IpPlatform.TestIdentity.Login;

/// <summary>Logout started by the client. No session is kept here, so it only sends the browser back, as strictly as real providers do.</summary>
internal static class EndSessionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, Issuer issuer) =>
        routes.MapGet("/endsession", async (HttpContext context) =>
        {
            var query = context.Request.Query;
            if (query["post_logout_redirect_uri"] != issuer.PostLogoutUri || !await issuer.Key.HasSignedAsync(query["id_token_hint"].ToString(), issuer.Id, issuer.ClientId))
                return PickerPage.Notice(context.Response, issuer, "Du er logga ut", "Du kan lukke denne sida.");
            return Results.Redirect(query["state"].ToString() is { Length: > 0 } state
                ? QueryHelpers.AddQueryString(issuer.PostLogoutUri, "state", state)
                : issuer.PostLogoutUri);
        });
}

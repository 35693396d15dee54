using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using IpPlatform.EdgeContract;

namespace IpPlatform.Gateway.Answers;

/// <summary>The few answers that the gateway gives itself: for people in their language, for programs as ProblemDetails.</summary>
internal static class EdgeAnswer
{
    private const string Style =
        "body{font:1.125rem/1.6 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem;color:#1e2b3c;background:#fff}a{color:#0b4f8a}"
        + "@media(prefers-color-scheme:dark){body{color:#e6ebf2;background:#14191f}a{color:#9cc8f0}}";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly JavaScriptEncoder Json = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly string Policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; frame-ancestors 'none'";

    public static Task NotFoundAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status404NotFound, "NOT_FOUND", texts => texts.NotFound);

    /// <summary>Nobody is at this address any more; where to turn instead.</summary>
    public static Task GoneAsync(HttpContext context, EdgeGone gone) => WriteAsync(context, StatusCodes.Status410Gone, "TENANT_GONE", texts => texts.OfGone(gone));

    public static Task TooLargeAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status413PayloadTooLarge, "BODY_TOO_LARGE", texts => texts.TooLarge);

    public static Task UnavailableAsync(HttpContext context)
    {
        context.Response.Clear();
        context.Response.Headers.RetryAfter = "5";
        return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "EDGE_UNAVAILABLE", texts => texts.Unavailable);
    }

    private static Task WriteAsync(HttpContext context, int status, string code, Func<EdgeTexts, string> which)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        var page = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        response.ContentType = page ? "text/html; charset=utf-8" : "application/problem+json";
        var texts = EdgeTexts.For(context.Request);
        // A municipality's name is its own, whatever it holds.
        var text = page ? Html.Encode(which(texts)) : Json.Encode(which(texts));
        var body = page
            ? $"<!doctype html><html lang=\"{texts.Language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><title>{texts.Heading}</title><style>{Style}</style></head><body><main><h1>{texts.Heading}</h1><p>{text}</p><p><a href=\"/\">{texts.Front}</a></p></main></body></html>"
            : $$"""{"type":"urn:ip:problem:{{code}}","title":"{{text}}","status":{{status}},"code":"{{code}}"}""";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted).AsTask();
    }
}

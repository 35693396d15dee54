using System.Text;

namespace IpPlatform.Gateway.Answers;

/// <summary>The few answers that the gateway gives itself, for people in nynorsk and for programs as ProblemDetails.</summary>
internal static class EdgeAnswer
{
    private const string Policy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static Task NotFoundAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status404NotFound, "NOT_FOUND", "Vi finn ingenting her som du har tilgang til.");

    public static Task TooLargeAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status413PayloadTooLarge, "BODY_TOO_LARGE", "Det du sende, er for stort. Ei fil kan vere inntil 10 MB.");

    public static Task UnavailableAsync(HttpContext context)
    {
        context.Response.Clear();
        context.Response.Headers.RetryAfter = "5";
        return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "EDGE_UNAVAILABLE", "Vi får ikkje svar akkurat no. Det du har lagra, er trygt. Gå tilbake og prøv igjen om litt.");
    }

    private static Task WriteAsync(HttpContext context, int status, string code, string text)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        var page = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        response.ContentType = page ? "text/html; charset=utf-8" : "application/problem+json";
        var body = page
            ? $"<!doctype html><html lang=\"nn\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><title>Det gjekk ikkje</title></head><body><main><h1>Det gjekk ikkje</h1><p>{text}</p></main></body></html>"
            : $$"""{"type":"urn:ip:problem:{{code}}","title":"{{text}}","status":{{status}},"code":"{{code}}"}""";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted).AsTask();
    }
}

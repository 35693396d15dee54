using System.Text;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Problems;

/// <summary>A small page that says what happened, in one sentence. It needs nothing that could fail too.</summary>
internal static class ProblemPage
{
    public static Task WriteAsync(HttpContext context, UiTexts texts, int status, string title)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var back = context.Request.RouteValues["slug"] is string slug ? $"/{HtmlText.Encoder.Encode(slug)}" : "/";
        var html = $"""
            <!doctype html>
            <html lang="{texts.Language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{status} – {HtmlText.Encoder.Encode(texts["ProblemHeading"])}</title>
            <link rel="stylesheet" href="/_static/plain.css"></head>
            <body><main><h1>{HtmlText.Encoder.Encode(texts["ProblemHeading"])}</h1><p>{HtmlText.Encoder.Encode(title)}</p>
            <p><a href="{back}">{HtmlText.Encoder.Encode(texts["ProblemBack"])}</a></p></main></body>
            </html>
            """;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), context.RequestAborted).AsTask();
    }
}

using System.Net.Mime;
using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Decisions;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Access;
using IpPlatform.Web.SignIn;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Problems;

/// <summary>Says what went wrong: ProblemDetails for programs, a page for people, in the request's language, never a stack trace.</summary>
public static class Problem
{
    /// <summary>What is not yours and what is not there.</summary>
    public static Task NotFound(HttpContext context) => WriteAsync(context, StatusCodes.Status404NotFound, ProblemCode.NotFound);

    /// <summary>Not signed in: 401 for programs, the way to sign-in for people, who are told first when it is because their session has ended.</summary>
    public static async Task SignInNeeded(HttpContext context, EndpointSurface surface)
    {
        var ended = context.Features.Get<SessionEnded>() is not null;
        if (surface == EndpointSurface.Page)
        {
            if (!ended && HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.Redirect(SignInEndpoints.AddressFor(context));
                return;
            }

            // Told once to whoever is there: the cookie goes, and the next page leads to sign-in.
            if (ended && ServerSessions.IsAttended(context)) await context.SignOutAsync(SignInSchemes.Session);
        }

        await WriteAsync(context, StatusCodes.Status401Unauthorized, ended ? ProblemCode.SessionEnded : ProblemCode.SignInNeeded);
    }

    /// <summary>A rule said no.</summary>
    public static Task Refused(HttpContext context, Refusal refusal) =>
        WriteAsync(context, StatusOf(refusal.Code), refusal.Code, refusal.Parameters);

    /// <summary>The outcome is unknown, or nothing can be had now. The gateway may send the same request to another silo.</summary>
    public static Task TryAgain(HttpContext context)
    {
        context.Response.Headers["X-IP-Retry"] = "1";
        context.Response.Headers.RetryAfter = "2";
        return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, ProblemCode.TryAgain);
    }

    /// <summary>An answer to a command.</summary>
    public static Task Reply(HttpContext context, CommandReply reply, Func<Task> done) => reply.Status switch
    {
        CommandStatus.Done => done(),
        CommandStatus.Mismatch => WriteAsync(context, StatusCodes.Status422UnprocessableEntity, ProblemCode.CommandIdReused),
        _ => Refused(context, reply.Refusal!),
    };

    /// <summary>Any problem.</summary>
    public static Task WriteAsync(HttpContext context, int status, string code, IReadOnlyDictionary<string, string>? parameters = null, ProblemDetail? detail = null)
    {
        if (context.Response.HasStarted) return Task.CompletedTask;
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        var texts = UiTexts.For(context);
        var title = texts.Problem(code, parameters);
        // What belongs to no tenant, or is nowhere, says not whom it is for: the caller does.
        if (context.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>() is { } access ? access.Surface == EndpointSurface.Page : AcceptsHtml(context.Request))
        {
            return ProblemPage.WriteAsync(context, texts, status, title, status == StatusCodes.Status401Unauthorized ? SignInEndpoints.AddressFor(context) : null);
        }

        context.Response.ContentType = MediaTypeNames.Application.ProblemJson;
        var body = new ProblemBody($"urn:ip:problem:{code}", title, status, code, parameters is { Count: > 0 } ? parameters : null, detail?.Errors?.Select(error => EditErrorBody.Of(error, texts)), detail?.Version, detail?.Changes);
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body, WebJson.Options), context.RequestAborted).AsTask();
    }

    /// <summary>The status that a refusal's code is answered with.</summary>
    public static int StatusOf(string code) =>
        code.EndsWith("_UNKNOWN", StringComparison.Ordinal) ? StatusCodes.Status404NotFound
        : code.EndsWith("_MEANWHILE", StringComparison.Ordinal) || code.EndsWith("_EXISTS", StringComparison.Ordinal)
            || code.EndsWith("_BEFORE", StringComparison.Ordinal) || code is "ONE_PERSON_PER_IDENTIFIER" or "PERSON_ALREADY_REGISTERED" or "PLAN_NOT_OPEN"
            ? StatusCodes.Status409Conflict
        : StatusCodes.Status422UnprocessableEntity;

    private static bool AcceptsHtml(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private sealed record ProblemBody(string Type, string Title, int Status, string Code, IReadOnlyDictionary<string, string>? Parameters,
        IEnumerable<EditErrorBody>? Errors, long? Version, IReadOnlyList<FieldChange>? Changes);
}

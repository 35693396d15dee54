using System.Data.Common;
using IpPlatform.Contracts.Commands;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IpPlatform.Web.Problems;

/// <summary>
/// The outermost word on failures, and the security headers of every answer. An unknown outcome or a database that is away is "try
/// again", which the gateway does elsewhere; anything else is a fault of ours. Neither says why to the caller.
/// </summary>
public sealed class FaultMiddleware(RequestDelegate next, ILogger<FaultMiddleware> logger)
{
    /// <summary>What a page may load and do, unless it says otherwise itself.</summary>
    internal const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Called first in the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
        catch (Exception failure) when (IsPassing(failure) && !context.Response.HasStarted)
        {
            FaultLog.Passing(logger, failure.GetType().Name);
            await Problem.TryAgain(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await Problem.WriteAsync(context, bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? ProblemCode.BodyTooLarge : ProblemCode.BodyInvalid);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            FaultLog.Fault(logger, context.GetEndpoint()?.DisplayName ?? "no endpoint", failure);
            await Problem.WriteAsync(context, StatusCodes.Status500InternalServerError, ProblemCode.Fault);
        }
    }

    private static bool IsPassing(Exception failure) => failure is OutcomeUnknownException or DbException or TimeoutException;
}

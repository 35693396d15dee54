using IpPlatform.Domain.Access;
using IpPlatform.Domain.Cases;
using IpPlatform.Storage.Cases;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Cases.LocalGround;

/// <summary>
/// The unit's leader lets a local criterion stand among the grounds of a refusal (O-029). She reads the case for as long as it waits for
/// her: to lead opens no case by itself (S-10).
/// </summary>
public sealed class LocalGroundPages(PageFrames frames, CaseDesk desk, CaseQueries cases, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Page = "/eining/sak/{case}/lokalt";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Page, EndpointSurface.Page, PlatformAction.ApproveLocalGround, context => ShowAsync(context));
        endpoints.Map("POST", Page, EndpointSurface.Page, PlatformAction.ApproveLocalGround, ApproveAsync);
        endpoints.Map("POST", "/api/cases/{case}/local-ground", EndpointSurface.Api, PlatformAction.ApproveLocalGround, ApproveByProgramAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        if (!await WaitsAsync(context) || await desk.ReadAsync(Admission.Of(context), CaseOf(context), context.RequestAborted) is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        await PageFrames.WriteAsync<LocalGroundPage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), Case = document, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task ApproveAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = form.Finish(context, await desk.ExecuteAsync(form.Request, CaseOf(context), new ApproveLocalGround(form.Fields["grunn"].ToString())), $"/{form.Request.Admission.Slug}/eining");
        if (failure is not null) await ShowAsync(context, failure);
    }

    private async Task ApproveByProgramAsync(HttpContext context)
    {
        // What does not wait for her is not there for her, whatever is sent.
        if (!await WaitsAsync(context))
        {
            await Problem.NotFound(context);
            return;
        }

        if (await CommandRequest.ReadAsync<ReasonBody>(context) is not { } read) return;
        var reply = await desk.ExecuteAsync(read.Request, CaseOf(context), new ApproveLocalGround(read.Body.Reason));
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version));
    }

    private Task<bool> WaitsAsync(HttpContext context) => cases.AwaitsLeaderAsync(Admission.Of(context).Tenant, CaseOf(context), context.RequestAborted);

    private static Guid CaseOf(HttpContext context) => Guid.ParseExact((string)context.Request.RouteValues[TenantEndpoints.Case]!, "D");

    private sealed record ReasonBody(string Reason);
}

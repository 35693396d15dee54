using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.TakingIntoUse;

/// <summary>The municipality's own page of taking into use, and its key (S-21).</summary>
public sealed class AdminOperationPages(OperationDesk desk, PageFrames frames, IAntiforgery antiforgery)
{
    private const string Address = "/admin/i-bruk";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Address, EndpointSurface.Page, PlatformAction.EditConfiguration, context => ShowAsync(context));
        endpoints.Map("POST", Address, EndpointSurface.Page, PlatformAction.EditConfiguration, TurnAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        if (await desk.ReadAsync(admission.Tenant, admission.Slug, OperationParty.Municipality, failure, context.RequestAborted) is not { } view) await Problem.NotFound(context);
        else await PageFrames.WriteAsync<AdminOperationPage>(context, new { Frame = frames.Of(context), View = view }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task TurnAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            var (admission, envelope) = (form.Request.Admission, form.Request.Envelope);
            failure = await desk.ExecuteAsync(context, admission.Tenant, admission.Slug, OperationParty.Municipality, envelope, form.Fields);
        }

        if (failure is not null)
        {
            await ShowAsync(context, failure);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = context.Request.Path.ToString();
    }
}

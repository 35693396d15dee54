using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Operations;
using IpPlatform.Web.Problems;
using IpPlatform.Web.SignIn;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IpPlatform.Web.TakingIntoUse;

/// <summary>The operator's page of one municipality's taking into use, and her key (S-21).</summary>
public sealed class OperatorTenantPages(OperatorDesk operators, OperationDesk desk, TenantCatalogue catalogue, PageFrames frames, IAntiforgery antiforgery)
{
    private const string Address = "/drift/kommune/{kommune}";

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, context => ShowAsync(context)).WithMetadata(new OutsideTenants());
        routes.MapPost(Address, TurnAsync).WithMetadata(new OutsideTenants());
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        if (operators.Admits(context) && One(context) is { } one && await desk.ReadAsync(one.Id, one.Slug, OperationParty.Operator, failure, context.RequestAborted) is { } view)
        {
            await PageFrames.WriteAsync<OperatorTenantPage>(context, new { Frame = frames.Of(context), View = view }, failure?.Status ?? StatusCodes.Status200OK);
        }
        else
        {
            await Problem.NotFound(context);
        }
    }

    private async Task TurnAsync(HttpContext context)
    {
        if (operators.Find(context) is not { } user || One(context) is not { } one)
        {
            await Problem.NotFound(context);
            return;
        }

        if (await TurnAsync(context, user, one) is { } failure)
        {
            await ShowAsync(context, failure);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = context.Request.Path.ToString();
    }

    private async Task<FormFailure?> TurnAsync(HttpContext context, SignedInUser user, CatalogueTenant one)
    {
        var form = await OperatorForm.ReadAsync(context, antiforgery);
        if (form.Refusal is { } code) return new FormFailure(StatusCodes.Status400BadRequest, code, UiTexts.For(context).Problem(code), form.Handling, new Dictionary<string, string>());
        var caller = OperatorDesk.CallerIn(one.Id, user);
        return await desk.ExecuteAsync(context, one.Id, one.Slug, OperationParty.Operator, new CommandEnvelope(form.CommandId, form.Fingerprint(caller.Actor, context.Request.Path), caller, "operator"), form.Fields);
    }

    private CatalogueTenant? One(HttpContext context) => catalogue.Current.Tenants.FirstOrDefault(tenant => tenant.Slug == (string)context.Request.RouteValues["kommune"]!);
}

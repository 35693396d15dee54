using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Persons;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Pages;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Plans.Pages;

/// <summary>
/// Ending the plan by taking back the consent that it rests on. The owner is asked whether she keeps her coordinator: one does not
/// follow from the other (O-050). An employee registers what she has said (S-16).
/// </summary>
public sealed class PlanEndPages(PlanDesk plans, CoordinationDesk coordination, TenantGrains grains, PageFrames frames, IAntiforgery antiforgery, TimeProvider time)
{
    private const string End = "/avslutt";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/mi-side/plan" + End, EndpointSurface.Page, PlatformAction.WithdrawConsent, context => AskAsync(context)).WithMetadata(new ConcernsMyself());
        endpoints.Map("POST", "/mi-side/plan" + End, EndpointSurface.Page, PlatformAction.WithdrawConsent, EndAsync).WithMetadata(new ConcernsMyself());
        endpoints.Map("GET", "/arbeid/{person}/plan" + End, EndpointSurface.Page, PlatformAction.WithdrawConsent, context => AskAsync(context));
        endpoints.Map("POST", "/arbeid/{person}/plan" + End, EndpointSurface.Page, PlatformAction.WithdrawConsent, EndAsync);
    }

    private async Task AskAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        if (await ConsentAsync(admission, context.RequestAborted) is not { } consent)
        {
            await Problem.NotFound(context);
            return;
        }

        var own = admission.Caller.Kind == CallerKind.Citizen;
        var asks = own && await coordination.IsGrantedAsync(admission.Tenant, admission.Person!.Value, context.RequestAborted);
        await PageFrames.WriteAsync<PlanEndPage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), Consent = consent, Own = own, AsksAboutCoordinator = asks, PlanAddress = PlanAddress(context), Failure = failure },
            failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task EndAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = await EndAsync(context, form);
        if (failure is null) return;
        // Ended in another window meanwhile: the plan's page says so.
        if (await ConsentAsync(Admission.Of(context), context.RequestAborted) is null) (context.Response.StatusCode, context.Response.Headers.Location) = (StatusCodes.Status303SeeOther, PlanAddress(context));
        else await AskAsync(context, failure);
    }

    private async Task<FormFailure?> EndAsync(HttpContext context, FormCommand form)
    {
        var (request, admission) = (form.Request, form.Request.Admission);
        var own = admission.Caller.Kind == CallerKind.Citizen;
        var channel = own ? Channel.SignedIn : FormChannels.Of(form.Fields["kanal"]) ?? Channel.SignedIn;
        _ = Guid.TryParse(form.Fields["samtykke"], out var consent);
        var (tenant, person) = (admission.Tenant, admission.Person!.Value);
        var reply = await grains.AskAsync(
            tenant, factory => factory.GetGrain<IPersonGrain>(GrainKey.Of(tenant, person).ToString()).Execute(request.Envelope, new WithdrawConsent(consent, channel)), CancellationToken.None);
        if (reply.Status == CommandStatus.Done)
        {
            if (own && form.Fields["behald"] == "nei") await EndCoordinationAsync(request);
            await Arrival.OfAsync(async () => await ConsentAsync(admission, context.RequestAborted) is null, context.RequestAborted);
        }

        return form.Finish(context, reply, PlanAddress(context));
    }

    /// <summary>The second half of the same answer, under an id that follows from the first.</summary>
    private async Task EndCoordinationAsync(CommandRequest request) =>
        await coordination.ExecuteAsync(
            request with { Envelope = request.Envelope with { CommandId = DerivedId.From(request.Envelope.CommandId, "end-coordination") } }, new EndAppointment(EndReason.OwnWish, null));

    /// <summary>The consent that an open plan rests on.</summary>
    private async Task<Guid?> ConsentAsync(Admission admission, CancellationToken cancellationToken)
    {
        var reading = await plans.ReadAsync(admission, null, cancellationToken);
        return reading.Body is null || JsonSerializer.Deserialize<PlanDocument>(reading.Body, PageJson.Options) is not { Open: true } plan ? null : plan.Consent?.Id;
    }

    private static string PlanAddress(HttpContext context) => context.Request.Path.Value![..^End.Length];
}

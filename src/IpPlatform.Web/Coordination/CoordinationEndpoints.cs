using IpPlatform.Contracts.Coordination;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Coordinators;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Coordination;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Live;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Coordination;

/// <summary>Coordination as JSON: who coordinates, offers and answers, the wish, the next step, absences and load.</summary>
public sealed class CoordinationEndpoints(CoordinationDesk desk, CoordinationQueries queries, TenantGrains grains, LiveStream live, TimeProvider time)
{
    private const string Coordination = "/api/persons/{person}/coordination";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Coordination, EndpointSurface.Api, PlatformAction.ReadCoordination, ReadAsync);
        endpoints.Map("GET", Coordination + "/live", EndpointSurface.Stream, PlatformAction.ReadCoordination, context => live.WriteAsync<ICoordinationGrain>(context, CoordinationAggregate.Kind, Admission.Of(context).Person!.Value, PlatformAction.ReadCoordination));
        endpoints.Map("POST", Coordination + "/wish", EndpointSurface.Api, PlatformAction.RecordWish, context => RunAsync<WishBody>(context, body => new RecordWish(body.Staff, body.Text, body.Channel)));
        endpoints.Map("POST", Coordination + "/offer", EndpointSurface.Api, PlatformAction.AppointCoordinator, OfferAsync);
        endpoints.Map("POST", Coordination + "/withdraw-offer", EndpointSurface.Api, PlatformAction.AppointCoordinator, context => RunAsync(context, new WithdrawOffer()));
        endpoints.Map("POST", Coordination + "/accept", EndpointSurface.Api, PlatformAction.AnswerAppointment, context => RunAsync(context, new AcceptAppointment()));
        endpoints.Map("POST", Coordination + "/decline", EndpointSurface.Api, PlatformAction.AnswerAppointment, context => RunAsync<DeclineBody>(context, body => new DeclineAppointment(body.Reason)));
        endpoints.Map("POST", Coordination + "/deputy", EndpointSurface.Api, PlatformAction.AppointCoordinator, NameDeputyAsync);
        endpoints.Map("POST", Coordination + "/end", EndpointSurface.Api, PlatformAction.EndCoordination, context => RunAsync<EndBody>(context, body => new EndAppointment(body.Reason, body.LastDay)));
        endpoints.Map("POST", Coordination + "/next-step", EndpointSurface.Api, PlatformAction.SetNextStep, context => RunAsync<NextBody>(context, body => new ChangeNextStep(body.Text, body.Who, body.By)));
        endpoints.Map("GET", "/api/unit/without-coordinator", EndpointSurface.Api, PlatformAction.ReadQueue, WithoutAsync);
        endpoints.Map("GET", "/api/unit/load", EndpointSurface.Api, PlatformAction.ReadQueue, LoadAsync);
        endpoints.Map("POST", "/api/unit/coordinators/{staff}/absences", EndpointSurface.Api, PlatformAction.ManageAbsence, AbsenceAsync);
    }

    private async Task ReadAsync(HttpContext context)
    {
        if (await desk.ReadAsync(Admission.Of(context), context.RequestAborted) is { } document) await Answer.JsonAsync(context, document);
        else await Problem.NotFound(context);
    }

    private async Task OfferAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<OfferBody>(context) is not { } read) return;
        var (request, body) = read;
        var (tenant, person) = (request.Admission.Tenant, request.Admission.Person!.Value);
        var facts = await desk.FactsAsync(tenant, person, body.Staff, body.Serves, body.From, context.RequestAborted);
        var deputyFacts = body.Deputy is { } deputy ? await desk.FactsAsync(tenant, person, deputy, body.Serves, body.From, context.RequestAborted) : null;
        await AnswerAsync(context, request, new OfferAppointment(
            request.NewId("appointment"), body.Staff, facts, body.Deputy, deputyFacts, body.WishFollowed, body.ReasonWishNotFollowed, body.ReasonNotServing, body.Replaces, body.From));
    }

    private async Task NameDeputyAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<DeputyBody>(context) is not { } read) return;
        var facts = await desk.FactsAsync(read.Request.Admission.Tenant, read.Request.Admission.Person!.Value, read.Body.Staff, true, null, context.RequestAborted);
        await AnswerAsync(context, read.Request, new NameDeputy(read.Request.NewId("deputy"), read.Body.Staff, facts));
    }

    private async Task WithoutAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        await Answer.JsonAsync(context, await queries.WithoutCoordinatorAsync(admission.Tenant, admission.Caller.Subject, time.GetUtcNow(), context.RequestAborted));
    }

    private async Task LoadAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        await Answer.JsonAsync(context, (await queries.LoadAsync(admission.Tenant, admission.Caller.Subject, Norway.DayOf(time.GetUtcNow()), time.GetUtcNow(), context.RequestAborted)).Values.ToArray());
    }

    private async Task AbsenceAsync(HttpContext context)
    {
        if (!Guid.TryParseExact(context.Request.RouteValues["staff"] as string, "D", out var staff))
        {
            await Problem.NotFound(context);
            return;
        }

        if (await CommandRequest.ReadAsync<AbsenceBody>(context) is not { } read) return;
        var tenant = read.Request.Admission.Tenant;
        var id = read.Request.NewId("absence");
        var reply = await grains.AskAsync(
            tenant, factory => factory.GetGrain<ICoordinatorGrain>(GrainKey.Of(tenant, staff).ToString()).Execute(read.Request.Envelope, new RegisterAbsence(id, read.Body.First, read.Body.Last)),
            CancellationToken.None);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version, id));
    }

    private async Task RunAsync(HttpContext context, CoordinationCommand command)
    {
        if (await CommandRequest.ReadAsync(context) is { } request) await AnswerAsync(context, request, command);
    }

    private async Task RunAsync<TBody>(HttpContext context, Func<TBody, CoordinationCommand> command)
        where TBody : class
    {
        if (await CommandRequest.ReadAsync<TBody>(context) is { } read) await AnswerAsync(context, read.Request, command(read.Body));
    }

    private async Task AnswerAsync(HttpContext context, CommandRequest request, CoordinationCommand command)
    {
        var reply = await desk.ExecuteAsync(request, command);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version));
    }

    private sealed record WishBody(Guid? Staff = null, string? Text = null, Channel Channel = Channel.SignedIn);

    private sealed record OfferBody(
        Guid Staff, Guid? Deputy = null, bool Serves = false, bool WishFollowed = false, string? ReasonWishNotFollowed = null, string? ReasonNotServing = null, Guid? Replaces = null,
        DateOnly? From = null);

    private sealed record DeclineBody(DeclineReason Reason);

    private sealed record DeputyBody(Guid Staff);

    private sealed record EndBody(EndReason Reason, DateOnly? LastDay = null);

    private sealed record NextBody(string Text, string Who, DateOnly By);

    private sealed record AbsenceBody(DateOnly First, DateOnly Last);
}

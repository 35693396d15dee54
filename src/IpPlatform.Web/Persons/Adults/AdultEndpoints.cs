using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Persons.Adults;

/// <summary>The adults around a person as JSON (S-01): their relations, and their consent to a plan for a child, each apart.</summary>
public sealed class AdultEndpoints(PersonDesk desk)
{
    private const string Person = "/api/persons/{person}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Person + "/adults", EndpointSurface.Api, PlatformAction.ManageAdults, ReadAsync);
        endpoints.Map("POST", Person + "/adults", EndpointSurface.Api, PlatformAction.ManageAdults, RegisterAsync);
        endpoints.Map("POST", Person + "/adults/{relation}/end", EndpointSurface.Api, PlatformAction.ManageAdults, context => RunOnRelationAsync<EndBody>(context, (relation, body) => new EndAdult(relation, body.LastDay)));
        endpoints.Map("POST", Person + "/adults/{relation}/reading", EndpointSurface.Api, PlatformAction.ManageAdults, context => RunOnRelationAsync<ReadingBody>(context, (relation, body) => new SetAdultReading(relation, body.Reads, body.Reason)));
        endpoints.Map("POST", Person + "/holder-answers", EndpointSurface.Api, PlatformAction.ManageAdults, context => RunAsync<AnswerBody>(context, (_, body) => new RecordHolderAnswer(body.Holder, body.Agrees, body.Channel)));
        endpoints.Map("POST", Person + "/holder-answers/own", EndpointSurface.Api, PlatformAction.AnswerForChild, context => RunAsync<OwnAnswerBody>(context, (request, body) => new RecordHolderAnswer(request.Admission.Caller.Subject, body.Agrees, Channel.SignedIn)));
        endpoints.Map("POST", Person + "/holder-settlement", EndpointSurface.Api, PlatformAction.ManageAdults, context => RunAsync<SettlementBody>(context, (_, body) => new SettleConsent(body.Ground, body.Reason, body.OthersHeard)));
    }

    private async Task ReadAsync(HttpContext context)
    {
        if (await desk.ReadAsync(Admission.Of(context), "adults", context.RequestAborted) is { } document) await Answer.JsonAsync(context, document);
        else await Problem.NotFound(context);
    }

    private async Task RegisterAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<AdultBody>(context) is not { } read) return;
        var (request, body) = read;
        var relation = request.NewId("adult");
        var command = new RegisterAdult(relation, null, body.Name, body.Basis, body.Source, body.Mandate, body.Reads, body.From, body.To);
        var reply = await desk.RegisterAdultAsync(request, command, body.NationalId, context.RequestAborted);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version, relation));
    }

    private Task RunOnRelationAsync<TBody>(HttpContext context, Func<Guid, TBody, PersonCommand> command)
        where TBody : class =>
        Guid.TryParseExact(context.Request.RouteValues["relation"] as string, "D", out var relation)
            ? RunAsync<TBody>(context, (_, body) => command(relation, body))
            : Problem.NotFound(context);

    private async Task RunAsync<TBody>(HttpContext context, Func<CommandRequest, TBody, PersonCommand> command)
        where TBody : class
    {
        if (await CommandRequest.ReadAsync<TBody>(context) is not { } read) return;
        var reply = await desk.ExecuteAsync(read.Request, command(read.Request, read.Body));
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version));
    }

    private sealed record AdultBody(
        string Name, AdultBasis Basis, AdultSource Source, DateOnly From, DateOnly? To = null, string? NationalId = null, string? Mandate = null, bool Reads = false);

    private sealed record EndBody(DateOnly LastDay);

    private sealed record ReadingBody(bool Reads, string Reason);

    private sealed record AnswerBody(Guid Holder, bool Agrees, Channel Channel);

    private sealed record OwnAnswerBody(bool Agrees);

    private sealed record SettlementBody(SettlementGround Ground, string Reason, bool OthersHeard = false);
}

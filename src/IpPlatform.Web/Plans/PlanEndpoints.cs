using System.Globalization;
using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Plans;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using IpPlatform.Domain.Tenants;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Live;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Plans;

/// <summary>A person's plan as JSON: open, read, change, follow.</summary>
public sealed class PlanEndpoints(PlanDesk plans, LiveStream live)
{
    private const string Plan = "/api/persons/{person}/plan";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Plan, EndpointSurface.Api, PlatformAction.ReadPlan, ReadAsync);
        endpoints.Map("GET", Plan + "/live", EndpointSurface.Stream, PlatformAction.ReadPlan, context => live.WritePlanAsync(context));
        endpoints.Map("POST", Plan, EndpointSurface.Api, PlatformAction.OpenPlan, context => RunAsync<OpenBody>(context,
            (request, body) => new OpenPlan(request.NewId("consent"), body.ConsentChannel, body.ConsentGiven)));
        endpoints.Map("POST", Plan + "/goals", EndpointSurface.Api, PlatformAction.EditPlan, context => RunAsync<TextBody>(context,
            (request, body) => new AddGoal(request.NewId("goal"), body.Text)));
        endpoints.Map("PUT", Plan + "/goals/{item}", EndpointSurface.Api, PlatformAction.EditPlan, context => RunOnItemAsync<ChangeBody>(context,
            (item, body) => new ChangeGoal(item, body.Text, body.SeenVersion)));
        endpoints.Map("POST", Plan + "/goals/{item}/agree", EndpointSurface.Api, PlatformAction.AgreeInPlan, context => RunOnItemAsync<SeenBody>(context,
            (item, body) => new AgreeGoal(item, body.SeenVersion)));
        endpoints.Map("POST", Plan + "/goals/{item}/remove", EndpointSurface.Api, PlatformAction.EditPlan, context => RunOnItemAsync<SeenBody>(context,
            (item, body) => new RemoveGoal(item, body.SeenVersion)));
        endpoints.Map("POST", Plan + "/goals/{item}/undo", EndpointSurface.Api, PlatformAction.EditPlan, context => RunOnItemAsync<UndoBody>(context,
            (item, body) => new UndoGoal(item, body.ChangedVersion)));
        endpoints.Map("PUT", Plan + "/what-matters", EndpointSurface.Api, PlatformAction.EditPlan, context => RunAsync<ChangeBody>(context,
            (_, body) => new WriteWhatMatters(body.Text, body.SeenVersion)));
        endpoints.Map("POST", Plan + "/goals/{item}/measures", EndpointSurface.Api, PlatformAction.EditPlan, context => RunOnItemAsync<MeasureBody>(context,
            (request, goal, body) => new AddMeasure(request.NewId("measure"), goal, body.Text, body.Responsible, body.Due)));
        endpoints.Map("PUT", Plan + "/measures/{item}", EndpointSurface.Api, PlatformAction.EditPlan, context => RunOnItemAsync<MeasureBody>(context,
            (item, body) => new ChangeMeasure(item, body.Text, body.Responsible, body.Due, body.SeenVersion)));
        endpoints.Map("POST", Plan + "/measures/{item}/agree", EndpointSurface.Api, PlatformAction.AgreeInPlan, context => RunOnItemAsync<SeenBody>(context,
            (item, body) => new AgreeMeasure(item, body.SeenVersion)));
        endpoints.Map("POST", Plan + "/measures/{item}/mark", EndpointSurface.Api, PlatformAction.EditPlan, context => RunOnItemAsync<MarkBody>(context,
            (item, body) => new MarkMeasureDone(item, body.Done, body.SeenVersion)));
        endpoints.Map("POST", Plan + "/measures/{item}/remove", EndpointSurface.Api, PlatformAction.EditPlan, context => RunOnItemAsync<SeenBody>(context,
            (item, body) => new RemoveMeasure(item, body.SeenVersion)));
        endpoints.Map("POST", Plan + "/measures/{item}/undo", EndpointSurface.Api, PlatformAction.EditPlan, context => RunOnItemAsync<UndoBody>(context,
            (item, body) => new UndoMeasure(item, body.ChangedVersion)));
    }

    private async Task ReadAsync(HttpContext context)
    {
        var reading = await plans.ReadAsync(Admission.Of(context), KnownVersion(context.Request), context.RequestAborted);
        if (reading.Version == 0)
        {
            await Problem.NotFound(context);
            return;
        }

        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{reading.Version}\"");
        context.Response.Headers.CacheControl = "no-store";
        if (reading.Body is null)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = reading.Body.Length;
        await context.Response.Body.WriteAsync(reading.Body, context.RequestAborted);
    }

    private Task RunOnItemAsync<TBody>(HttpContext context, Func<Guid, TBody, PlanCommand> command)
        where TBody : class => RunOnItemAsync<TBody>(context, (_, item, body) => command(item, body));

    private Task RunOnItemAsync<TBody>(HttpContext context, Func<CommandRequest, Guid, TBody, PlanCommand> command)
        where TBody : class =>
        Guid.TryParseExact(context.Request.RouteValues["item"] as string, "D", out var item)
            ? RunAsync<TBody>(context, (request, body) => command(request, item, body))
            : Problem.NotFound(context);

    private async Task RunAsync<TBody>(HttpContext context, Func<CommandRequest, TBody, PlanCommand> command)
        where TBody : class
    {
        if (await CommandRequest.ReadAsync<TBody>(context) is not { } read) return;
        var made = command(read.Request, read.Body);
        var reply = await plans.ExecuteAsync(read.Request, made, context.RequestAborted);
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version, made switch
        {
            AddGoal goal => goal.ItemId,
            AddMeasure measure => measure.ItemId,
            _ => null,
        }));
    }

    /// <summary>The version that the reader says it has, from <c>If-None-Match</c>.</summary>
    private static long? KnownVersion(HttpRequest request) =>
        long.TryParse(request.Headers.IfNoneMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private sealed record OpenBody(Channel ConsentChannel, bool ConsentGiven);

    private sealed record TextBody(string Text);

    private sealed record ChangeBody(string Text, long SeenVersion);

    private sealed record SeenBody(long SeenVersion);

    private sealed record MeasureBody(string Text, DateOnly? Due, ResponsibleParty? Responsible = null, long SeenVersion = 0);

    private sealed record MarkBody(bool Done, long SeenVersion);

    private sealed record UndoBody(long ChangedVersion);
}

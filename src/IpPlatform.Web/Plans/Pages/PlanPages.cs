using System.Globalization;
using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Plans;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Desks;
using IpPlatform.Web.Forms;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Pages;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Plans.Pages;

/// <summary>The plan as one page, for the owner and for her coordinator: forms post and redirect, and work without JavaScript.</summary>
public sealed class PlanPages(PlanDesk plans, DeskBoard board, PageDrafts drafts, PageFrames frames, IAntiforgery antiforgery, TimeProvider time)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/mi-side/plan", EndpointSurface.Page, PlatformAction.ReadPlan, context => ShowAsync(context)).WithMetadata(new ConcernsMyself());
        endpoints.Map("POST", "/mi-side/plan", EndpointSurface.Page, PlatformAction.EditPlan, ChangeAsync).WithMetadata(new ConcernsMyself());
        endpoints.Map("GET", "/arbeid/{person}/plan", EndpointSurface.Page, PlatformAction.ReadPlan, context => ShowAsync(context));
        endpoints.Map("POST", "/arbeid/{person}/plan", EndpointSurface.Page, PlatformAction.EditPlan, ChangeAsync);
    }

    private async Task ShowAsync(HttpContext context, int status = StatusCodes.Status200OK, PlanFailure? failure = null)
    {
        var admission = Admission.Of(context);
        var own = admission.Standing.Relations.Contains(RelationKind.Self);
        // An adult of a child reads its plan under her own page.
        if (!own && admission.Caller.Kind == CallerKind.Citizen)
        {
            await Problem.NotFound(context);
            return;
        }

        var desk = board.PeopleAsync(admission, context.RequestAborted);
        var reading = await plans.ReadAsync(admission, null, context.RequestAborted);
        var plan = reading.Body is null ? null : JsonSerializer.Deserialize<PlanDocument>(reading.Body, PageJson.Options);
        var people = await desk;
        var entry = people.FirstOrDefault(one => one.Person.PersonId == admission.Person);
        await board.LookedAsync(context, entry);
        var missing = plan is not { Open: true } && await plans.LacksCoordinatorAsync(admission.Tenant, admission.Person!.Value, context.RequestAborted);
        var model = new PlanPageModel(
            frames.Of(context), context.Request.Path, $"/{admission.Slug}/api/persons/{admission.Person:D}/plan/live",
            own, entry is { Person.Name.Length: > 0 } ? entry.Person.Name : null, plan, Guid.CreateVersion7(time.GetUtcNow()), missing, failure, RemovedOf(context.Request.Query), entry is null ? null : DeskRound.From(people, entry.Person.PersonId, null));
        await PageFrames.WriteAsync<PlanPage>(context, new { Model = model }, status);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            var typed = context.Request.HasFormContentType ? PlanForm.TypedIn(context.Request.Form) : new Dictionary<string, string>();
            await ShowAsync(context, StatusCodes.Status400BadRequest, new PlanFailure(UiTexts.For(context).Problem("ANTIFORGERY"), "innhald", "", null, typed, false));
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!Guid.TryParse(form["_command"], out var id) || PlanForm.CommandOf(form, id, Admission.Of(context).Caller) is not { } command)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid);
            return;
        }

        drafts.DropWhenDone(context);
        var reply = await plans.ExecuteAsync(CommandRequest.Of(context, id, form), command, context.RequestAborted);
        if (reply.Status == CommandStatus.Done)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = context.Request.Path + AfterwardsOf(command, reply.Version);
            return;
        }

        var code = reply.Refusal?.Code ?? ProblemCode.CommandIdReused;
        var failure = new PlanFailure(
            UiTexts.For(context).Problem(code, reply.Refusal?.Parameters), PlanForm.FieldOf(command, code), form["_do"].ToString(),
            Guid.TryParse(form["item"], out var item) ? item : null, PlanForm.TypedIn(form), code.EndsWith("_MEANWHILE", StringComparison.Ordinal));
        await ShowAsync(context, Problem.StatusOf(code), failure);
    }

    /// <summary>Where the page goes on: to what was changed, or with the offer to undo what was taken out.</summary>
    private static string AfterwardsOf(PlanCommand command, long version) => command switch
    {
        RemoveGoal goal => string.Create(CultureInfo.InvariantCulture, $"?angre={goal.ItemId:D}&ved={version}"),
        RemoveMeasure measure => string.Create(CultureInfo.InvariantCulture, $"?angre={measure.ItemId:D}&ved={version}&tiltak=1"),
        AddGoal goal => $"#goal-{goal.ItemId:D}",
        ChangeGoal goal => $"#goal-{goal.ItemId:D}",
        MeasureCommand measure => $"#measure-{measure.ItemId:D}",
        _ => "",
    };

    private static RemovedItem? RemovedOf(IQueryCollection query) =>
        Guid.TryParse(query["angre"], out var item) && long.TryParse(query["ved"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new RemovedItem(item, version, query["tiltak"] == "1")
            : null;
}

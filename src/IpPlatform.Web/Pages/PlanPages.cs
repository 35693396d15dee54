using System.Globalization;
using System.Text.Json;
using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Plans;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Plans;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpPlatform.Web.Pages;

/// <summary>The plan as one plain page, for the owner and for her coordinator: forms post and redirect, and work without JavaScript.</summary>
public sealed class PlanPages(PlanDesk plans, TenantCatalogue catalogue, IAntiforgery antiforgery, TimeProvider time)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/mi-side/plan", EndpointSurface.Page, PlatformAction.ReadPlan, context => ShowAsync(context)).WithMetadata(new ConcernsMyself());
        endpoints.Map("POST", "/mi-side/plan", EndpointSurface.Page, PlatformAction.EditPlan, ChangeAsync).WithMetadata(new ConcernsMyself());
        endpoints.Map("GET", "/arbeid/{person}/plan", EndpointSurface.Page, PlatformAction.ReadPlan, context => ShowAsync(context));
        endpoints.Map("POST", "/arbeid/{person}/plan", EndpointSurface.Page, PlatformAction.EditPlan, ChangeAsync);
    }

    private async Task ShowAsync(HttpContext context, int status = StatusCodes.Status200OK, string? error = null, string? field = null, string? typed = null)
    {
        var admission = Admission.Of(context);
        var reading = await plans.ReadAsync(admission, null, context.RequestAborted);
        var plan = reading.Body is null ? null : JsonSerializer.Deserialize<PlanDocument>(reading.Body, PageJson.Options);
        var tokens = antiforgery.GetAndStoreTokens(context);
        var municipality = catalogue.Current.Find(admission.Tenant)!.Municipality;
        var model = new PlanPageModel(
            UiTexts.For(context), admission.Slug, municipality.Name, context.Request.Path, $"/{admission.Slug}/api/persons/{admission.Person:D}/plan/live",
            admission.Caller.Kind == CallerKind.Citizen, plan, ContactLines.Of(municipality, Norway.DayOf(time.GetUtcNow())), tokens.FormFieldName, tokens.RequestToken!,
            Guid.CreateVersion7(time.GetUtcNow()), error, field, typed, RemovedOf(context.Request.Query));
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        await new RazorComponentResult<PlanPage>(new { Model = model }).ExecuteAsync(context);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            await ShowAsync(context, StatusCodes.Status400BadRequest, UiTexts.For(context).Problem("ANTIFORGERY"), "innhald", context.Request.HasFormContentType ? context.Request.Form["text"] : default(string));
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!Guid.TryParse(form["_command"], out var id) || CommandOf(form, id, Admission.Of(context).Caller) is not { } command)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid);
            return;
        }

        // What the form says, without the token, which differs when the same form is sent again.
        var body = JsonSerializer.SerializeToUtf8Bytes(form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToString()));
        var reply = await plans.ExecuteAsync(CommandRequest.Of(context, id, body), command, context.RequestAborted);
        if (reply.Status == CommandStatus.Done)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = command is RemoveGoal removed
                ? string.Create(CultureInfo.InvariantCulture, $"{context.Request.Path}?angre={removed.ItemId:D}&ved={reply.Version}")
                : context.Request.Path.Value;
            return;
        }

        var code = reply.Refusal?.Code ?? ProblemCode.CommandIdReused;
        await ShowAsync(context, Problem.StatusOf(code), UiTexts.For(context).Problem(code, reply.Refusal?.Parameters), FieldOf(command), form["text"]);
    }

    private static RemovedGoal? RemovedOf(IQueryCollection query) =>
        Guid.TryParse(query["angre"], out var item) && long.TryParse(query["ved"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new RemovedGoal(item, version) : null;

    private static PlanCommand? CommandOf(IFormCollection form, Guid id, Caller caller)
    {
        var own = caller.Kind == CallerKind.Citizen;
        var text = form["text"].ToString();
        var known = Guid.TryParse(form["item"], out var item) & long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        return form["_do"].ToString() switch
        {
            "open" => new OpenPlan(Domain.Aggregates.DerivedId.From(id, "consent"), own ? Channel.SignedIn : Channel.Meeting, form["samtykke"] == "ja"),
            "add" => new AddGoal(Domain.Aggregates.DerivedId.From(id, "goal"), text),
            "change" when known => new ChangeGoal(item, text, seen),
            "agree" when known && own => new AgreeGoal(item, seen),
            "remove" when known => new RemoveGoal(item, seen),
            "undo" when known => new UndoGoal(item, seen),
            _ => null,
        };
    }

    private static string FieldOf(PlanCommand command) => command switch
    {
        OpenPlan => "samtykke",
        ChangeGoal change => $"text-{change.ItemId}",
        AddGoal => "nytt-mal",
        _ => "innhald",
    };
}

using IpPlatform.Domain.Access;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons;
using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Desks;

/// <summary>The coordinator's desk: whom to help first and why, and each person in one click.</summary>
public sealed class DeskPages(
    PageFrames frames, CoordinationDesk coordination, CoordinationQueries queries, PersonQueries names, StaffQueries staff, IAntiforgery antiforgery, TimeProvider time)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/arbeid", EndpointSurface.Page, PlatformAction.ReadMe, ShowAsync).WithMetadata(new ConcernsMyself());
        endpoints.Map("GET", "/arbeid/{person}", EndpointSurface.Page, PlatformAction.ReadCoordination, context => PersonAsync(context));
        endpoints.Map("POST", "/arbeid/{person}", EndpointSurface.Page, PlatformAction.SetNextStep, NextStepAsync);
        endpoints.Map("POST", "/arbeid/{person}/svar", EndpointSurface.Page, PlatformAction.AnswerAppointment, AnswerAsync);
    }

    private async Task ShowAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        var roles = admission.Standing.Roles;
        if (admission.Caller.Kind != CallerKind.Staff || roles.Count == 0)
        {
            await Problem.NotFound(context);
            return;
        }

        if (!roles.Contains(StaffRole.Coordinator))
        {
            context.Response.Redirect(roles.Contains(StaffRole.CaseHandler) || roles.Contains(StaffRole.UnitLeader) ? $"/{admission.Slug}/eining" : $"/{admission.Slug}");
            return;
        }

        var now = time.GetUtcNow();
        var people = await queries.DeskAsync(admission.Tenant, admission.Caller.Subject, now, context.RequestAborted);
        var offers = await queries.OfferedToAsync(admission.Tenant, admission.Caller.Subject, context.RequestAborted);
        var offered = await names.NamesAsync(admission.Tenant, offers, context.RequestAborted);
        var frame = frames.Of(context);
        var ordered = people.Select(person => DeskOrder.Of(person, frame.Today)).OrderBy(entry => entry.Rank).ThenBy(entry => entry.Person.NextBy ?? DateOnly.MaxValue).ToArray();
        await PageFrames.WriteAsync<DeskPage>(context, new { Frame = frame, Ids = new CommandIds(Guid.CreateVersion7(now)), People = ordered, Offers = offers.Select(id => new DeskOffer(id, offered.GetValueOrDefault(id))).ToArray() });
    }

    private async Task PersonAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        var person = admission.Person!.Value;
        if (await coordination.ReadAsync(admission, context.RequestAborted) is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        var now = time.GetUtcNow();
        var people = await queries.DeskAsync(admission.Tenant, admission.Caller.Subject, now, context.RequestAborted);
        var name = (await names.NamesAsync(admission.Tenant, [person], context.RequestAborted)).GetValueOrDefault(person);
        var who = await staff.FindAsync(admission.Tenant, [.. new[] { document.StaffId, document.DeputyId }.OfType<Guid>()], context.RequestAborted);
        var frame = frames.Of(context);
        var view = new DeskPersonView(
            document, name, [.. people.Select(one => DeskOrder.Of(one, frame.Today)).OrderBy(entry => entry.Rank).ThenBy(entry => entry.Person.NextBy ?? DateOnly.MaxValue)],
            document.StaffId is { } first ? who.GetValueOrDefault(first) : null, document.DeputyId is { } second ? who.GetValueOrDefault(second) : null,
            AccessRules.May(admission.Caller, admission.Standing, PlatformAction.SetNextStep) is not null,
            AccessRules.May(admission.Caller, admission.Standing, PlatformAction.ReadPlan) is not null);
        await PageFrames.WriteAsync<DeskPersonPage>(context, new { Frame = frame, Ids = new CommandIds(Guid.CreateVersion7(now)), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task NextStepAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            var by = FormDates.Day(form.Fields["nar"]) ?? default;
            failure = form.Finish(context, await coordination.ExecuteAsync(form.Request, new ChangeNextStep(form.Fields["kva"].ToString(), form.Fields["kven"].ToString(), by)), context.Request.Path);
        }

        if (failure is not null) await PersonAsync(context, failure);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            CoordinationCommand command = form.Handling == "accept" ? new AcceptAppointment() : new DeclineAppointment(Enum.TryParse<DeclineReason>(form.Fields["grunn"], out var reason) ? reason : DeclineReason.Capacity);
            var next = form.Handling == "accept" ? $"/{Admission.Of(context).Slug}/arbeid/{Admission.Of(context).Person:D}" : $"/{Admission.Of(context).Slug}/arbeid";
            failure = form.Finish(context, await coordination.ExecuteAsync(form.Request, command), next);
        }

        if (failure is not null) await Problem.WriteAsync(context, failure.Status, failure.Code);
    }
}

using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Coordination;
using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Live;
using IpPlatform.Web.Persons;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Desks;

/// <summary>The coordinator's desk: whom to help first and why, and each person in one click.</summary>
public sealed class DeskPages(
    PageFrames frames, DeskBoard board, CoordinationDesk coordination, CoordinationQueries queries, AbsenceQueries absences, PersonQueries persons, PersonNames names, WhoActs who, ListEndpoints lists,
    StandingResolver standings, IAntiforgery antiforgery, TimeProvider time)
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
            context.Response.Redirect(roles.Contains(StaffRole.CaseHandler) || roles.Contains(StaffRole.UnitLeader) ? $"/{admission.Slug}/eining" : roles.Contains(StaffRole.TenantAdmin) ? $"/{admission.Slug}/admin" : $"/{admission.Slug}");
            return;
        }

        var (tenant, staff, now) = (admission.Tenant, admission.Caller.Subject, time.GetUtcNow());
        var version = await lists.VersionAsync(tenant, context.RequestAborted);
        var people = await board.PeopleAsync(admission, context.RequestAborted);
        var offers = await queries.OfferedToAsync(tenant, staff, now, context.RequestAborted);
        var offered = await persons.NamesAsync(tenant, offers, context.RequestAborted);
        var own = await absences.FromAsync(tenant, [staff], Norway.DayOf(now), context.RequestAborted);
        var view = new DeskView(people, [.. offers.Select(id => new DeskOffer(id, offered.GetValueOrDefault(id)))], own, version);
        await PageFrames.WriteAsync<DeskPage>(context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(now)), View = view });
    }

    private async Task PersonAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        // Citizens have pages of their own.
        if (admission.Caller.Kind != CallerKind.Staff)
        {
            await Problem.NotFound(context);
            return;
        }

        // Beside each other, so that she waits for the longest and not for all of them; nothing leaves before the opening is durable.
        var (reading, desk) = (coordination.ReadAsync(admission, context.RequestAborted), board.PeopleAsync(admission, context.RequestAborted));
        await Task.WhenAll(reading, desk);
        if (await reading is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        var people = await desk;
        var entry = people.FirstOrDefault(one => one.Person.PersonId == document.PersonId);
        var acting = who.OfAsync(admission.Tenant, document.StaffId, document.DeputyId, context.RequestAborted);
        var latest = board.LatestAsync(admission, entry, context.RequestAborted);
        var name = names.OfPageAsync(admission, context.RequestAborted);
        await Task.WhenAll(acting, latest, name, board.LookedAsync(context, entry));
        var view = new DeskPersonView(
            document, await name, people, DeskRound.From(people, document.PersonId, PlaceIn(context)), await latest, await acting,
            AccessRules.May(admission.Caller, admission.Standing, PlatformAction.SetNextStep) is not null,
            AccessRules.May(admission.Caller, admission.Standing, PlatformAction.ReadPlan) is not null);
        await PageFrames.WriteAsync<DeskPersonPage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task NextStepAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            var by = FormDates.Day(form.Fields["nar"]) ?? default;
            var back = PlaceIn(context) is { } place ? $"{context.Request.Path}?plass={place}" : context.Request.Path.ToString();
            failure = form.Finish(context, await coordination.ExecuteAsync(form.Request, new ChangeNextStep(form.Fields["kva"].ToString(), form.Fields["kven"].ToString(), by)), back);
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
            if (failure is null && command is AcceptAppointment) await Arrival.OfAsync(() => MayHelpAsync(Admission.Of(context), context.RequestAborted), context.RequestAborted);
        }

        if (failure is not null) await Problem.WriteAsync(context, failure.Status, failure.Code);
    }

    /// <summary>How many others came before on the desk when she arrived, carried by the page's form.</summary>
    private static int? PlaceIn(HttpContext context) =>
        int.TryParse(context.Request.Query["plass"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) ? place : null;

    /// <summary>Whether the person's record knows her as the coordinator yet.</summary>
    private async ValueTask<bool> MayHelpAsync(Admission admission, CancellationToken cancellationToken) =>
        AccessRules.May(admission.Caller, await standings.ResolveAsync(admission.Tenant, admission.Caller, admission.Person, cancellationToken), PlatformAction.SetNextStep) is not null;
}

using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Coordinators;
using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Desks;

/// <summary>A coordinator says herself when she is away, and sees who then stands in for each of her people.</summary>
public sealed class OwnAbsencePages(PageFrames frames, DeskBoard board, AbsenceQueries absences, StaffAbsences commands, StaffQueries staff, IAntiforgery antiforgery, TimeProvider time)
{
    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/arbeid/fravaer", EndpointSurface.Page, PlatformAction.UseDesk, context => ShowAsync(context));
        endpoints.Map("POST", "/arbeid/fravaer", EndpointSurface.Page, PlatformAction.UseDesk, ChangeAsync);
        endpoints.Map("POST", "/api/desk/absences", EndpointSurface.Api, PlatformAction.UseDesk, RegisterAsync);
        endpoints.Map("POST", "/api/desk/absences/{item}/cancel", EndpointSurface.Api, PlatformAction.UseDesk, CancelAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        var (tenant, now) = (admission.Tenant, time.GetUtcNow());
        DeskEntry[] mine = [.. (await board.PeopleAsync(admission, context.RequestAborted)).Where(entry => !entry.Person.AsDeputy)];
        Guid[] deputies = [.. mine.Select(entry => entry.Person.DeputyId).OfType<Guid>().Distinct()];
        var away = await absences.FromAsync(tenant, [.. deputies, admission.Caller.Subject], Norway.DayOf(now), context.RequestAborted);
        var view = new OwnAbsenceView(
            [.. away.Where(absence => absence.StaffId == admission.Caller.Subject)], mine, await staff.FindAsync(tenant, deputies, context.RequestAborted), away.ToLookup(absence => absence.StaffId));
        await PageFrames.WriteAsync<OwnAbsencePage>(context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(now)), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = form.Finish(context, await commands.ExecuteAsync(form, form.Request.Admission.Caller.Subject), context.Request.Path);
        if (failure is not null) await ShowAsync(context, failure);
    }

    private async Task RegisterAsync(HttpContext context)
    {
        if (await CommandRequest.ReadAsync<AbsenceBody>(context) is not { } read) return;
        var id = DerivedId.From(read.Request.Envelope.CommandId, "absence");
        var reply = await commands.ExecuteAsync(read.Request, read.Request.Admission.Caller.Subject, new RegisterAbsence(id, read.Body.First, read.Body.Last));
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version, id));
    }

    private async Task CancelAsync(HttpContext context)
    {
        if (!Guid.TryParseExact(context.Request.RouteValues["item"] as string, "D", out var absence))
        {
            await Problem.NotFound(context);
            return;
        }

        if (await CommandRequest.ReadAsync(context) is not { } request) return;
        var reply = await commands.ExecuteAsync(request, request.Admission.Caller.Subject, new CancelAbsence(absence));
        await Problem.Reply(context, reply, () => Answer.CommandAsync(context, reply.Version));
    }

    private sealed record AbsenceBody(DateOnly First, DateOnly Last);
}

using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Coordination;
using IpPlatform.Storage.Cases;
using IpPlatform.Storage.Coordination;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Units;

/// <summary>The unit's workplace: the queue, people without a coordinator, the load, and appointing.</summary>
public sealed class UnitPages(
    PageFrames frames, CaseQueries cases, CoordinationQueries coordination, CoordinationDesk desk, StaffQueries staff, PersonQueries names, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Person = "/eining/person/{person}";
    private const int QueueSize = 200;

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/eining", EndpointSurface.Page, PlatformAction.ReadQueue, ShowAsync);
        endpoints.Map("GET", Person, EndpointSurface.Page, PlatformAction.AppointCoordinator, context => PersonAsync(context));
        endpoints.Map("POST", Person, EndpointSurface.Page, PlatformAction.AppointCoordinator, OfferAsync);
    }

    private async Task ShowAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        var (tenant, now) = (admission.Tenant, time.GetUtcNow());
        var queue = await cases.QueueAsync(tenant, admission.Caller.Subject, now, QueueSize, context.RequestAborted);
        var waiting = await coordination.WithoutCoordinatorAsync(tenant, admission.Caller.Subject, now, context.RequestAborted);
        var load = await coordination.LoadAsync(tenant, Norway.DayOf(now), context.RequestAborted);
        var coordinators = await staff.WithRoleAsync(tenant, StaffRole.Coordinator, now, context.RequestAborted);
        var people = await names.NamesAsync(tenant, [.. waiting.Select(row => row.PersonId)], context.RequestAborted);
        var handlers = await staff.FindAsync(tenant, [.. queue.Select(row => row.Handler).Concat(waiting.Select(row => row.OfferedTo)).OfType<Guid>().Distinct()], context.RequestAborted);
        await PageFrames.WriteAsync<UnitPage>(context, new { Frame = frames.Of(context), View = new UnitView(queue, waiting, coordinators, load, people, handlers) });
    }

    private async Task PersonAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        var (tenant, person, now) = (admission.Tenant, admission.Person!.Value, time.GetUtcNow());
        if (await desk.ReadAsync(admission, context.RequestAborted) is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        var coordinators = await staff.WithRoleAsync(tenant, StaffRole.Coordinator, now, context.RequestAborted);
        var load = await coordination.LoadAsync(tenant, Norway.DayOf(now), context.RequestAborted);
        var name = (await names.NamesAsync(tenant, [person], context.RequestAborted)).GetValueOrDefault(person);
        var view = new AppointView(person, name, document, coordinators, load);
        await PageFrames.WriteAsync<AppointPage>(context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(now)), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task OfferAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            var command = form.Handling == "takeback" ? new WithdrawOffer() : await OfferOfAsync(form, context.RequestAborted);
            failure = form.Finish(context, await desk.ExecuteAsync(form.Request, command), context.Request.Path);
        }

        if (failure is not null) await PersonAsync(context, failure);
    }

    private async Task<CoordinationCommand> OfferOfAsync(FormCommand form, CancellationToken cancellationToken)
    {
        var (tenant, person) = (form.Request.Admission.Tenant, form.Request.Admission.Person!.Value);
        _ = Guid.TryParse(form.Fields["koordinator"], out var chosen);
        Guid? deputy = Guid.TryParse(form.Fields["stadfortredar"], out var second) ? second : null;
        var replaces = Guid.TryParse(form.Fields["erstattar"], out var former) ? former : (Guid?)null;
        var facts = await desk.FactsAsync(tenant, person, chosen, serves: form.Fields["yter"] == "ja", cancellationToken);
        var deputyFacts = deputy is { } id ? await desk.FactsAsync(tenant, person, id, serves: true, cancellationToken) : null;
        return new OfferAppointment(
            DerivedId.From(form.Request.Envelope.CommandId, "appointment"), chosen, facts, deputy, deputyFacts, form.Fields["onske"] == "ja", form.Fields["kvifor"], form.Fields["kvifor"], replaces);
    }
}

/// <summary>What the unit's page shows.</summary>
public sealed record UnitView(
    IReadOnlyList<CaseListRow> Queue, IReadOnlyList<WaitingRow> Waiting, IReadOnlyList<StaffEntry> Coordinators, IReadOnlyDictionary<Guid, LoadRow> Load,
    IReadOnlyDictionary<Guid, string> People, IReadOnlyDictionary<Guid, StaffEntry> Staff);

/// <summary>What the page for appointing shows.</summary>
public sealed record AppointView(Guid PersonId, string? Name, CoordinationDocument Coordination, IReadOnlyList<StaffEntry> Coordinators, IReadOnlyDictionary<Guid, LoadRow> Load);

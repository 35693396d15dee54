using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Coordination;
using IpPlatform.Domain.Persons;
using IpPlatform.Storage.Callbacks;
using IpPlatform.Storage.Cases;
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
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Units;

/// <summary>The unit's workplace: the queue, people without a coordinator, the load, and appointing.</summary>
public sealed class UnitPages(
    PageFrames frames, CaseQueries cases, CallbackQueries calls, CoordinationQueries coordination, CoordinationDesk desk, SiblingRegister siblings, PersonDesk records, StaffQueries staff, PersonQueries persons, PersonNames names, AbsenceQueries absences,
    ListEndpoints lists, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Person = "/eining/person/{person}";
    private const int QueueSize = 200;

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/eining", EndpointSurface.Page, PlatformAction.ReadQueue, ShowAsync);
        endpoints.Map("GET", Person, EndpointSurface.Page, PlatformAction.AppointCoordinator, context => PersonAsync(context));
        endpoints.Map("POST", Person, EndpointSurface.Page, PlatformAction.AppointCoordinator, OfferAsync);
        endpoints.Map("POST", Person + "/onske", EndpointSurface.Page, PlatformAction.RecordWish, WishAsync);
        endpoints.Map("POST", Person + "/sosken", EndpointSurface.Page, PlatformAction.GrantRelation, SiblingAsync);
    }

    private async Task ShowAsync(HttpContext context)
    {
        var admission = Admission.Of(context);
        var (tenant, now) = (admission.Tenant, time.GetUtcNow());
        var version = await lists.VersionAsync(tenant, context.RequestAborted);
        var queue = await cases.QueueAsync(tenant, admission.Caller.Subject, now, QueueSize, context.RequestAborted);
        var waiting = await coordination.WithoutCoordinatorAsync(tenant, admission.Caller.Subject, now, context.RequestAborted);
        var load = await coordination.LoadAsync(tenant, admission.Caller.Subject, Norway.DayOf(now), now, context.RequestAborted);
        var coordinators = await staff.WithRoleAsync(tenant, StaffRole.Coordinator, now, context.RequestAborted);
        var covered = await absences.CoveredAsync(tenant, admission.Caller.Subject, Norway.DayOf(now), now, context.RequestAborted);
        var people = await persons.ListedAsync(tenant, admission.Caller.Subject, [.. waiting.Select(row => row.PersonId), .. covered.Select(row => row.PersonId)], now, context.RequestAborted);
        var handlers = await staff.FindAsync(tenant, [.. queue.Select(row => row.Handler).Concat(waiting.Select(row => row.OfferedTo)).Concat(covered.SelectMany(row => new[] { row.CoordinatorId, row.DeputyId })).OfType<Guid>().Distinct()], context.RequestAborted);
        await PageFrames.WriteAsync<UnitPage>(context, new { Frame = frames.Of(context), View = new UnitView(queue, waiting, covered, coordinators, load, people, handlers, await calls.CountAsync(tenant, now, context.RequestAborted), admission.Standing.Roles.Contains(StaffRole.UnitLeader), version) });
    }

    private async Task PersonAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        var (tenant, person, now) = (admission.Tenant, admission.Person!.Value, time.GetUtcNow());
        if (await ReadAsync(admission, context.RequestAborted) is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        var ofSiblings = await coordination.OfSiblingsAsync(tenant, person, now, context.RequestAborted);
        // Who coordinates for a sister or brother is offered first; the sort is stable, so the rest stay by name (O-052).
        StaffEntry[] coordinators = [.. (await staff.WithRoleAsync(tenant, StaffRole.Coordinator, now, context.RequestAborted)).OrderBy(one => ofSiblings.Contains(one.StaffId) ? 0 : 1)];
        var load = await coordination.LoadAsync(tenant, admission.Caller.Subject, Norway.DayOf(now), now, context.RequestAborted);
        var view = new AppointView(person, await names.OfPageAsync(admission, context.RequestAborted), admission.Standing.Roles.Contains(StaffRole.CaseHandler), document, coordinators, ofSiblings, load);
        await PageFrames.WriteAsync<AppointPage>(context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(now)), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    // Somebody can be known here, and have a plan, without a right to a coordinator being decided.
    private async Task<CoordinationDocument?> ReadAsync(Admission admission, CancellationToken cancellationToken) =>
        await desk.ReadAsync(admission, cancellationToken)
        ?? (await records.ReadAsync(admission, "coordination", cancellationToken) is { } known ? CoordinationDocument.Of(CoordinationAggregate.Initial(known.PersonId), time.GetUtcNow()) : null);

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

    /// <summary>What the person said in a meeting, on the telephone or on paper (S-17).</summary>
    private async Task WishAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            var channel = FormChannels.Of(form.Fields["kanal"]) ?? Channel.SignedIn;
            failure = form.Finish(context, await desk.ExecuteAsync(form.Request, new RecordWish(null, form.Fields["onsket"].ToString(), channel)), context.Request.Path.Value![..^"/onske".Length]);
        }

        if (failure is not null) await PersonAsync(context, failure);
    }

    private async Task SiblingAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = form.Finish(context, await siblings.RecordAsync(form.Request, form.Fields["sosken"].ToString(), context.RequestAborted), context.Request.Path.Value![..^"/sosken".Length]);
        if (failure is not null) await PersonAsync(context, failure);
    }

    private async Task<CoordinationCommand> OfferOfAsync(FormCommand form, CancellationToken cancellationToken)
    {
        var (tenant, person) = (form.Request.Admission.Tenant, form.Request.Admission.Person!.Value);
        _ = Guid.TryParse(form.Fields["koordinator"], out var chosen);
        Guid? deputy = Guid.TryParse(form.Fields["stadfortredar"], out var second) ? second : null;
        var replaces = Guid.TryParse(form.Fields["erstattar"], out var former) ? former : (Guid?)null;
        var from = FormDates.Day(form.Fields["fra"]);
        var facts = await desk.FactsAsync(tenant, person, chosen, serves: form.Fields["yter"] == "ja", from, cancellationToken);
        var deputyFacts = deputy is { } id ? await desk.FactsAsync(tenant, person, id, serves: true, from, cancellationToken) : null;
        return new OfferAppointment(
            DerivedId.From(form.Request.Envelope.CommandId, "appointment"), chosen, facts, deputy, deputyFacts, form.Fields["onske"] == "ja", form.Fields["kvifor"], form.Fields["kvifor"], replaces, from);
    }
}

/// <summary>What the page for appointing shows.</summary>
public sealed record AppointView(
    Guid PersonId, ListedPerson Person, bool MayManageAdults, CoordinationDocument Coordination, IReadOnlyList<StaffEntry> Coordinators, IReadOnlyList<Guid> OfSiblings, IReadOnlyDictionary<Guid, LoadRow> Load);

using IpPlatform.Contracts.Commands;
using IpPlatform.Contracts.Units;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Tenants;
using IpPlatform.Domain.Units;
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

/// <summary>The roster for the unit's leader: who works here, how they are reached, which roles they have and had, how many people each coordinates for, and when they are away.</summary>
public sealed class RosterPages(
    PageFrames frames, RosterQueries roster, CoordinationQueries coordination, AbsenceQueries absences, StaffAbsences commands, TenantGrains grains, IAntiforgery antiforgery, TimeProvider time)
{
    private const string All = "/eining/tilsette";
    private const string One = All + "/{staff}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", All, EndpointSurface.Page, PlatformAction.ManageStaff, context => ShowAllAsync(context));
        endpoints.Map("POST", All, EndpointSurface.Page, PlatformAction.ManageStaff, AddAsync);
        endpoints.Map("GET", One, EndpointSurface.Page, PlatformAction.ManageStaff, context => ShowOneAsync(context));
        endpoints.Map("POST", One, EndpointSurface.Page, PlatformAction.ManageStaff, ChangeAsync);
        endpoints.Map("POST", One + "/fravaer", EndpointSurface.Page, PlatformAction.ManageAbsence, AbsenceAsync);
    }

    private async Task ShowAllAsync(HttpContext context, FormFailure? failure = null)
    {
        var (tenant, now) = (Admission.Of(context).Tenant, time.GetUtcNow());
        var view = new RosterView(await roster.AllAsync(tenant, context.RequestAborted), await coordination.LoadAsync(tenant, Admission.Of(context).Caller.Subject, Norway.DayOf(now), now, context.RequestAborted));
        await PageFrames.WriteAsync<RosterPage>(context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(now)), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task ShowOneAsync(HttpContext context, FormFailure? failure = null)
    {
        var (tenant, now) = (Admission.Of(context).Tenant, time.GetUtcNow());
        if (StaffIn(context) is not { } staff || await roster.FindAsync(tenant, staff, context.RequestAborted) is not { } entry)
        {
            await Problem.NotFound(context);
            return;
        }

        var load = (await coordination.LoadAsync(tenant, Admission.Of(context).Caller.Subject, Norway.DayOf(now), now, context.RequestAborted)).GetValueOrDefault(staff);
        var view = new RosterEntryView(entry, load, await absences.FromAsync(tenant, [staff], Norway.DayOf(now), context.RequestAborted));
        await PageFrames.WriteAsync<RosterEntryPage>(context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(now)), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task AddAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            // Who she is at the sign-in provider makes her id: she finds everything in place when she first signs in.
            var subject = form.Fields["brukar"].ToString().Trim();
            var staff = subject.Length is 0 or > 200 ? Guid.Empty : CallerResolver.StaffId(form.Request.Admission.Tenant, subject);
            failure = form.Finish(context, await ExecuteAsync(form, DescribedIn(form, staff)), $"{context.Request.Path}/{staff:D}");
        }

        if (failure is not null) await ShowAllAsync(context, failure);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        if (StaffIn(context) is not { } staff || await roster.FindAsync(Admission.Of(context).Tenant, staff, context.RequestAborted) is null)
        {
            await Problem.NotFound(context);
            return;
        }

        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            _ = Enum.TryParse<StaffRole>(form.Fields["rolle"], out var role);
            UnitCommand command = form.Handling switch
            {
                "grant" => new GrantStaffRole(staff, role),
                "end" => new EndStaffRole(staff, role),
                _ => DescribedIn(form, staff),
            };
            failure = form.Finish(context, await ExecuteAsync(form, command), context.Request.Path);
        }

        if (failure is not null) await ShowOneAsync(context, failure);
    }

    private async Task AbsenceAsync(HttpContext context)
    {
        if (StaffIn(context) is not { } staff || await roster.FindAsync(Admission.Of(context).Tenant, staff, context.RequestAborted) is null)
        {
            await Problem.NotFound(context);
            return;
        }

        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = form.Finish(context, await commands.ExecuteAsync(form, staff), $"/{Admission.Of(context).Slug}{All}/{staff:D}");
        if (failure is not null) await ShowOneAsync(context, failure);
    }

    private async Task<CommandReply> ExecuteAsync(FormCommand form, UnitCommand command)
    {
        var tenant = form.Request.Admission.Tenant;
        return await grains.AskAsync(tenant, factory => factory.GetGrain<IUnitGrain>(GrainKey.Singleton(tenant, GrainKey.Unit).ToString()).Execute(form.Request.Envelope, command), CancellationToken.None);
    }

    private static DescribeStaff DescribedIn(FormCommand form, Guid staff) =>
        new(staff, form.Fields["namn"].ToString(), form.Fields["tittel"].ToString(), StaffPhone.Of(form.Fields["telefon"]));

    private static Guid? StaffIn(HttpContext context) => Guid.TryParseExact(context.Request.RouteValues["staff"] as string, "D", out var staff) ? staff : null;
}

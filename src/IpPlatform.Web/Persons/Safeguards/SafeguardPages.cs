using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Barrings;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Persons.Safeguards;

/// <summary>How a person is protected, and who is barred from her, on the unit's page for handlers and the leader (S-07, S-10).</summary>
public sealed class SafeguardPages(PageFrames frames, PersonDesk desk, PersonNames names, CoordinationDesk coordination, StaffQueries staff, SubstituteCheck substitutes, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Address = "/eining/person/{person}/vern";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Address, EndpointSurface.Page, PlatformAction.BarEmployee, context => ShowAsync(context));
        endpoints.Map("POST", Address, EndpointSurface.Page, PlatformAction.BarEmployee, ChangeAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        if (await desk.ReadAsync(admission, "safeguards", context.RequestAborted) is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        var now = time.GetUtcNow();
        var employed = await staff.EmployedAsync(admission.Tenant, now, context.RequestAborted);
        var coordinators = await staff.WithRoleAsync(admission.Tenant, StaffRole.Coordinator, now, context.RequestAborted);
        var former = await staff.FindAsync(admission.Tenant, [.. document.Barrings.SelectMany(barring => new[] { barring.StaffId, barring.SubstituteId }).OfType<Guid>()], context.RequestAborted);
        var view = new SafeguardView(document, await names.OfPageAsync(admission, context.RequestAborted), employed, coordinators, former, MayProtect(admission), await coordination.IsGrantedAsync(admission.Tenant, document.PersonId, context.RequestAborted));
        await PageFrames.WriteAsync<SafeguardPage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(now)), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            if (await CommandOfAsync(form, context.RequestAborted) is not { } command)
            {
                await Problem.NotFound(context);
                return;
            }

            // Who has barred herself finds nothing here any longer.
            var admission = form.Request.Admission;
            var next = command is BarEmployee barring && barring.StaffId == admission.Caller.Subject ? $"/{admission.Slug}/eining" : context.Request.Path.Value!;
            failure = form.Finish(context, await desk.ExecuteAsync(form.Request, command), next);
        }

        if (failure is not null) await ShowAsync(context, failure);
    }

    private async Task<PersonCommand?> CommandOfAsync(FormCommand form, CancellationToken cancellationToken)
    {
        var fields = form.Fields;
        switch (form.Handling)
        {
            case "protect" when MayProtect(form.Request.Admission):
                return new SetProtection(Enum.TryParse<ProtectionLevel>(fields["niva"], out var level) ? level : (ProtectionLevel)(-1), fields["kvifor"].ToString());
            case "bar":
                _ = Guid.TryParse(fields["tilsett"], out var barred);
                Guid? substitute = Guid.TryParse(fields["vikar"], out var chosen) ? chosen : null;
                var fits = await substitutes.FitsAsync(form.Request.Admission, substitute, cancellationToken);
                return new BarEmployee(
                    DerivedId.From(form.Request.Envelope.CommandId, "barring"), barred, Enum.TryParse<BarringGround>(fields["grunn"], out var ground) ? ground : default, fields["tekst"], substitute, fits);
            case "lift" when Guid.TryParse(fields["sperring"], out var barring):
                return new LiftBarring(barring, fields["kvifor"].ToString());
            default:
                return null;
        }
    }

    private static bool MayProtect(Admission admission) => AccessRules.May(admission.Caller, admission.Standing, PlatformAction.SetProtection) is not null;
}

/// <summary>What the page shows.</summary>
/// <param name="Record">The person's record.</param>
/// <param name="Person">Her name and protection.</param>
/// <param name="Employed">Who can be barred.</param>
/// <param name="Coordinators">Who can take over.</param>
/// <param name="Named">Names of those who are in barrings already.</param>
/// <param name="MayProtect">The reader sets the protection.</param>
/// <param name="Granted">She has a right to a coordinator.</param>
public sealed record SafeguardView(
    PersonDocument Record, ListedPerson Person, IReadOnlyList<StaffEntry> Employed, IReadOnlyList<StaffEntry> Coordinators, IReadOnlyDictionary<Guid, StaffEntry> Named, bool MayProtect,
    bool Granted);

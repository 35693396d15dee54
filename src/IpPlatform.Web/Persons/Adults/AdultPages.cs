using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Coordination;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Persons.Adults;

/// <summary>The adults around a person, on the unit's page for a case handler: each apart, with whose consent there is to a plan (S-01).</summary>
public sealed class AdultPages(PageFrames frames, PersonDesk desk, PersonNames names, CoordinationDesk coordination, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Address = "/eining/person/{person}/vaksne";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Address, EndpointSurface.Page, PlatformAction.ManageAdults, context => ShowAsync(context));
        endpoints.Map("POST", Address, EndpointSurface.Page, PlatformAction.ManageAdults, ChangeAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        if (await desk.ReadAsync(admission, "adults", context.RequestAborted) is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        var view = new AdultsView(document, await names.OfPageAsync(admission, context.RequestAborted), await coordination.IsGrantedAsync(admission.Tenant, document.PersonId, context.RequestAborted));
        await PageFrames.WriteAsync<AdultsPage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            var command = AdultForm.CommandOf(form);
            if (command is null)
            {
                await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid);
                return;
            }

            var reply = command is RegisterAdult adult
                ? await desk.RegisterAdultAsync(form.Request, adult, form.Fields["fnr"].ToString().Replace(" ", "", StringComparison.Ordinal), context.RequestAborted)
                : await desk.ExecuteAsync(form.Request, command);
            failure = form.Finish(context, reply, context.Request.Path);
        }

        if (failure is not null) await ShowAsync(context, failure);
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Record">The person's record.</param>
/// <param name="Person">Her name and protection.</param>
/// <param name="Granted">She has a right to a coordinator.</param>
public sealed record AdultsView(PersonDocument Record, ListedPerson Person, bool Granted);

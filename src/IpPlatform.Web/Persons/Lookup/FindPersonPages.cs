using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Persons.Lookup;

/// <summary>
/// From a national id to a person's page in the unit. The unit's lists show only those who wait for something; whoever rings has often got
/// what she asked for long ago. The number never stands in an address.
/// </summary>
public sealed class FindPersonPages(PageFrames frames, PersonRegister register, StandingResolver standings, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Address = "/eining/finn";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Address, EndpointSurface.Page, PlatformAction.ReadQueue, context => ShowAsync(context));
        endpoints.Map("POST", Address, EndpointSurface.Page, PlatformAction.ReadQueue, FindAsync);
    }

    private Task ShowAsync(HttpContext context, FormFailure? failure = null) => PageFrames.WriteAsync<FindPersonPage>(
        context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);

    private async Task FindAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null)
        {
            var (tenant, slug) = (form.Request.Admission.Tenant, form.Request.Admission.Slug);
            var found = await register.FindAsync(tenant, form.Fields["fnr"].ToString().Replace(" ", "", StringComparison.Ordinal), context.RequestAborted);
            var reply = found is { } person && await MayOpenAsync(form.Request.Admission, person, context.RequestAborted) ? CommandReply.Done(0) : CommandReply.Refused(new("PERSON_NOT_FOUND"));
            failure = form.Finish(context, reply, $"/{slug}/eining/person/{found}");
        }

        if (failure is not null) await ShowAsync(context, failure);
    }

    // Somebody who is barred is answered as if there were nobody (S-09, S-10).
    private async Task<bool> MayOpenAsync(Admission admission, Guid person, CancellationToken cancellationToken) =>
        AccessRules.May(admission.Caller, await standings.ResolveAsync(admission.Tenant, admission.Caller, person, cancellationToken), PlatformAction.AppointCoordinator) is not null;
}

using IpPlatform.Contracts.Commands;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Persons;
using IpPlatform.Storage.Queries;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Persons.Consents;

/// <summary>
/// Where anyone in the unit registers that a person has taken her consent back, also when she said it on the telephone and whoever answers
/// has nothing else to do with her plan (S-16). Nothing of the plan is shown.
/// </summary>
public sealed class ConsentPages(PageFrames frames, PersonDesk desk, PersonNames names, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Address = "/eining/person/{person}/samtykke";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Address, EndpointSurface.Page, PlatformAction.WithdrawConsent, context => ShowAsync(context));
        endpoints.Map("POST", Address, EndpointSurface.Page, PlatformAction.WithdrawConsent, WithdrawAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        var admission = Admission.Of(context);
        if (await desk.ReadAsync(admission, "consents", context.RequestAborted) is not { } document)
        {
            await Problem.NotFound(context);
            return;
        }

        var view = new ConsentView(document.PersonId, await names.OfPageAsync(admission, context.RequestAborted), [.. document.Consents]);
        await PageFrames.WriteAsync<ConsentPage>(
            context, new { Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), View = view, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task WithdrawAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = form.Finish(context, await WithdrawAsync(form), context.Request.Path);
        if (failure is not null) await ShowAsync(context, failure);
    }

    private async Task<CommandReply> WithdrawAsync(FormCommand form)
    {
        // A consent that is none is found nowhere; a channel that is none is no employee's.
        _ = Guid.TryParse(form.Fields["samtykke"], out var consent);
        return await desk.ExecuteAsync(form.Request, new WithdrawConsent(consent, FormChannels.Of(form.Fields["kanal"]) ?? Channel.SignedIn));
    }
}

/// <summary>What the page shows.</summary>
public sealed record ConsentView(Guid PersonId, ListedPerson Person, IReadOnlyList<Consent> Consents);

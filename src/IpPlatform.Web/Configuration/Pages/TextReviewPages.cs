using System.Globalization;
using IpPlatform.Domain.Access;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Texts;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Configuration.Pages;

/// <summary>The list of texts with their ages, and the button that says of one that it still holds (O-013).</summary>
public sealed class TextReviewPages(PageFrames frames, AdminViews views, TenantEditor editor, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Texts = "/admin/tekst";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", Texts, EndpointSurface.Page, PlatformAction.EditConfiguration, context => ShowAsync(context));
        endpoints.Map("POST", Texts, EndpointSurface.Page, PlatformAction.EditConfiguration, ReviewAsync);
    }

    private async Task ShowAsync(HttpContext context, FormFailure? failure = null)
    {
        if (await views.OfAsync(context) is not { } view)
        {
            await Problem.NotFound(context);
            return;
        }

        var ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow()));
        await PageFrames.WriteAsync<AdminTextsPage>(context, new { Frame = frames.Of(context), View = view, Ids = ids, Failure = failure }, failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task ReviewAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = await ReviewAsync(context, form);
        if (failure is not null) await ShowAsync(context, failure);
    }

    private async Task<FormFailure?> ReviewAsync(HttpContext context, FormCommand form)
    {
        var texts = UiTexts.For(context);
        var block = form.Fields["block"].ToString();
        if (!TextBlocks.Names.Contains(block) || !long.TryParse(form.Fields["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) return Failed(ProblemCode.BodyInvalid);
        var envelope = form.Request.Envelope;
        var reason = texts["Admin_ReviewedReason"].Replace("{block}", texts[$"Admin_Block_{block}"], StringComparison.Ordinal);
        var command = new EditCommand(envelope.CommandId, envelope.Fingerprint, envelope.Caller, envelope.Ground, reason);
        // Based on what was seen: nobody has gone through a text that somebody else has changed since.
        var outcome = await editor.PublishAsync(form.Request.Admission.Tenant, seen, [new ReviewText(block)], command, CancellationToken.None);
        switch (outcome)
        {
            case EditOutcome.Published:
            // Gone through once more the same day: it stands already.
            case EditOutcome.Invalid { Errors: [{ Code: EditErrorCode.NothingChanged }] }:
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = $"/{form.Request.Admission.Slug}{Texts}?publisert=1";
                return null;
            case EditOutcome.ChangedMeanwhile:
                return Failed(ProblemCode.ConfigurationChanged);
            case EditOutcome.CommandReused:
                return Failed(ProblemCode.CommandIdReused);
            case EditOutcome.NoSuchVersion:
                return Failed(ProblemCode.ConfigurationVersionUnknown);
            default:
                return Failed(ProblemCode.ConfigurationInvalid);
        }

        FormFailure Failed(string code) => new(Problem.StatusOf(code), code, texts.Problem(code), form.Handling, new Dictionary<string, string>());
    }
}

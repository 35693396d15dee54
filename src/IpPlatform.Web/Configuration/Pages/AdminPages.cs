using System.Globalization;
using IpPlatform.Domain.Access;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Web.Access;
using IpPlatform.Web.Commands;
using IpPlatform.Web.Configuration.Forms;
using IpPlatform.Web.Configuration.Lists;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Configuration.Pages;

/// <summary>What the administrator looks at: what can be changed, the list of contacts, and the history with the way back.</summary>
public sealed class AdminPages(PageFrames frames, AdminViews views, TenantEditor editor, IAntiforgery antiforgery, TimeProvider time)
{
    private const string Version = "/admin/historikk/{version}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.Map("GET", "/admin", EndpointSurface.Page, PlatformAction.EditConfiguration, ShowAsync<AdminPage>);
        endpoints.Map("GET", "/admin/kontakt", EndpointSurface.Page, PlatformAction.EditConfiguration, ShowAsync<AdminContactsPage>);
        endpoints.Map("GET", "/admin/historikk", EndpointSurface.Page, PlatformAction.EditConfiguration, ShowAsync<AdminHistoryPage>);
        endpoints.Map("GET", "/admin/lovsjekk", EndpointSurface.Page, PlatformAction.EditConfiguration, ShowAsync<AdminLegalityPage>);
        foreach (var list in EntryList.All) endpoints.Map("GET", $"/admin/{list.Address}", EndpointSurface.Page, PlatformAction.EditConfiguration, context => ShowAsync(context, list));
        endpoints.Map("GET", Version, EndpointSurface.Page, PlatformAction.EditConfiguration, context => VersionAsync(context));
        endpoints.Map("POST", Version, EndpointSurface.Page, PlatformAction.EditConfiguration, RollBackAsync);
    }

    private async Task ShowAsync<TPage>(HttpContext context)
        where TPage : IComponent
    {
        if (await views.OfAsync(context) is { } view) await PageFrames.WriteAsync<TPage>(context, new { Frame = frames.Of(context), View = view });
        else await Problem.NotFound(context);
    }

    private async Task ShowAsync(HttpContext context, EntryList list)
    {
        if (await views.OfAsync(context) is { } view) await PageFrames.WriteAsync<AdminEntriesPage>(context, new { Frame = frames.Of(context), View = view, List = list });
        else await Problem.NotFound(context);
    }

    private async Task VersionAsync(HttpContext context, FormFailure? failure = null)
    {
        var tenant = Admission.Of(context).Tenant;
        if (VersionOf(context) is not { } version || await views.OfAsync(context) is not { } view || view.History.FirstOrDefault(entry => entry.Note.Version == version) is not { } entry
            || await editor.RolledBackAsync(tenant, version, context.RequestAborted) is not { } after)
        {
            await Problem.NotFound(context);
            return;
        }

        await PageFrames.WriteAsync<AdminVersionPage>(
            context,
            new
            {
                Frame = frames.Of(context), Ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow())), View = view, Entry = entry,
                RollBack = ConfigurationPreview.Of(view.Current.Effective, after), Failure = failure,
            },
            failure?.Status ?? StatusCodes.Status200OK);
    }

    private async Task RollBackAsync(HttpContext context)
    {
        var (form, failure) = await FormCommand.ReadAsync(context, antiforgery);
        if (form is not null) failure = await RollBackAsync(context, form);
        if (failure is not null) await VersionAsync(context, failure);
    }

    private async Task<FormFailure?> RollBackAsync(HttpContext context, FormCommand form)
    {
        var reason = form.Fields[ConfigurationSheet.Reason].ToString().Trim();
        if (reason.Length is 0 or > ConfigurationDesk.LongestReason) return Failed(ProblemCode.ReasonMissing);
        if (VersionOf(context) is not { } to || !long.TryParse(form.Fields["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) return Failed(ProblemCode.ConfigurationVersionUnknown);
        var envelope = form.Request.Envelope;
        var command = new EditCommand(envelope.CommandId, envelope.Fingerprint, envelope.Caller, envelope.Ground, reason);
        switch (await editor.RollBackAsync(form.Request.Admission.Tenant, seen, to, command, CancellationToken.None))
        {
            case EditOutcome.Published published:
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = $"/{form.Request.Admission.Slug}/admin/historikk?publisert={published.Version.ToString(CultureInfo.InvariantCulture)}";
                return null;
            case EditOutcome.ChangedMeanwhile:
                return Failed(ProblemCode.ConfigurationChanged);
            case EditOutcome.CommandReused:
                return Failed(ProblemCode.CommandIdReused);
            case EditOutcome.Invalid:
                return Failed(ProblemCode.ConfigurationInvalid);
            default:
                return Failed(ProblemCode.ConfigurationVersionUnknown);
        }

        FormFailure Failed(string code) => new(Problem.StatusOf(code), code, UiTexts.For(context).Problem(code), form.Handling, new Dictionary<string, string> { [ConfigurationSheet.Reason] = reason });
    }

    private static long? VersionOf(HttpContext context) =>
        long.TryParse((string)context.Request.RouteValues["version"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}

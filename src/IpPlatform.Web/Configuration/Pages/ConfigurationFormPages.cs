using System.Globalization;
using System.Security.Cryptography;
using IpPlatform.Domain.Access;
using IpPlatform.Storage.Tenancy;
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
using Microsoft.AspNetCore.Http.Features;

namespace IpPlatform.Web.Configuration.Pages;

/// <summary>The administrator's forms: a contact, a text, the links outward, the film, the look, the rules of the house, the entries of lists. All go the same way: write, look, publish.</summary>
public sealed class ConfigurationFormPages(PageFrames frames, ConfigurationDesk desk, LogoStore logos, IAntiforgery antiforgery, TimeProvider time)
{
    // A page's text is at most 20,000 bytes; four times that as a form writes letters, and what stood there before.
    private const int MaxBody = 256 * 1024;

    // A film has captions and a transcript in three languages.
    private const int MaxFilmBody = 768 * 1024;

    // Far more than a logo may be: who sends a photograph is told so at its field. Less than the gateway lets through, so that it is we who answer.
    private const int MaxLogoBody = 11 * 1024 * 1024;

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        Map<AdminContactPage, ContactForm>(endpoints, "/admin/kontakt/{contact}", "kontakt", ContactOf);
        Map<AdminTextPage, TextForm>(endpoints, "/admin/tekst/{language}/{block}", "tekst", (context, _) => new TextForm(Route(context, "language"), Route(context, "block")));
        Map<AdminLinksPage, LinksForm>(endpoints, "/admin/lenkjer", "lenkjer", (_, _) => new LinksForm());
        Map<AdminFilmPage, FilmForm>(endpoints, "/admin/film", "film", (_, _) => new FilmForm(), MaxFilmBody);
        Map<AdminLookPage, LookForm>(endpoints, "/admin/utsjaande", "utsjaande", (_, _) => new LookForm(logos), MaxLogoBody);
        Map<AdminRulesPage, RulesForm>(endpoints, "/admin/reglar", "reglar", (_, _) => new RulesForm());
        foreach (var list in EntryList.All) Map<AdminEntryPage, EntryForm>(endpoints, $"/admin/{list.Address}/{{entry}}", list.Address, (context, _) => new EntryForm(list, Route(context, "entry")));
    }

    private static ContactForm ContactOf(HttpContext context, IFormCollection? fields)
    {
        var contact = Route(context, "contact");
        // A new contact has its id from the moment the form is opened, so that sending it twice adds one.
        return contact == "ny" ? new ContactForm(fields?["id"].ToString() is { Length: > 0 } id ? id : $"k-{RandomNumberGenerator.GetHexString(8, lowercase: true)}", isNew: true) : new ContactForm(contact, isNew: false);
    }

    private static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private void Map<TPage, TForm>(TenantEndpoints endpoints, string pattern, string list, Func<HttpContext, IFormCollection?, TForm> formOf, int maxBody = MaxBody)
        where TPage : IComponent
        where TForm : IConfigurationForm
    {
        endpoints.Map("GET", pattern, EndpointSurface.Page, PlatformAction.EditConfiguration, async context =>
        {
            var form = formOf(context, null);
            await WriteAsync<TPage>(context, form, await desk.OpenAsync(Admission.Of(context).Tenant, form, context.RequestAborted));
        });
        endpoints.Map("POST", pattern, EndpointSurface.Page, PlatformAction.EditConfiguration, async context =>
        {
            var tenant = Admission.Of(context).Tenant;
            if (context.Request.ContentLength > maxBody)
            {
                // Read to its end, unheard: an answer given before would break the connection, and the sender would never see it.
                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
                var blank = formOf(context, null);
                var failure = new FormFailure(StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge, UiTexts.For(context)["Admin_TooLarge"], "", new Dictionary<string, string>());
                await WriteAsync<TPage>(context, blank, await desk.FailedAsync(tenant, blank, failure, context.RequestAborted));
                return;
            }

            // What says no length is stopped while it is read.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = maxBody;
            var (command, failed) = await FormCommand.ReadAsync(context, antiforgery);
            var form = formOf(context, context.Request.HasFormContentType ? context.Request.Form : null);
            var sheet = command is null ? await desk.FailedAsync(tenant, form, failed!, context.RequestAborted) : await desk.HandleAsync(context, command, form);
            if (sheet?.Published is { } version)
            {
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = $"/{Admission.Of(context).Slug}/admin/{list}?publisert={version.ToString(CultureInfo.InvariantCulture)}";
            }
            else
            {
                await WriteAsync<TPage>(context, form, sheet);
            }
        });
    }

    private Task WriteAsync<TPage>(HttpContext context, IConfigurationForm form, ConfigurationSheet? sheet)
        where TPage : IComponent
    {
        if (sheet is null) return Problem.NotFound(context);
        var frame = frames.Of(context);
        var ids = new CommandIds(Guid.CreateVersion7(time.GetUtcNow()));
        object parameters = form is RulesForm or LinksForm or FilmForm or LookForm
            ? new { Frame = frame, Ids = ids, Sheet = sheet, Published = context.Request.Query.ContainsKey("publisert") }
            : new { Frame = frame, Ids = ids, Sheet = sheet, Form = form };
        return PageFrames.WriteAsync<TPage>(context, parameters, sheet.Status);
    }
}

using System.Collections.Immutable;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Cases;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Persons.Protection;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Blobs;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Access;
using IpPlatform.Web.Cases;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Forms;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using IpPlatform.Web.SignIn;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Reports;

/// <summary>The municipality's own form at its own address, with or without sign-in, and the receipt.</summary>
public sealed class ReportPages(
    PageFrames frames, TenantCatalogue catalogue, FormPost posts, FormDrafts drafts, CaseDesk cases, CallerResolver callers, BlobStore blobs, IAntiforgery antiforgery,
    IDataProtectionProvider protection, TimeProvider time)
{
    private const string Form = "behov";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        foreach (var word in (string[])["meld", "sok"])
        {
            endpoints.MapPublic("GET", $"/{word}", EndpointSurface.Page, ShowAsync);
            endpoints.MapPublic("POST", $"/{word}", EndpointSurface.Page, SendAsync);
            endpoints.MapPublic("GET", $"/{word}/kvittering", EndpointSurface.Page, ReceiptAsync);
            endpoints.MapPublic("GET", $"/{word}/papir", EndpointSurface.Page, PaperAsync);
        }
    }

    private async Task ShowAsync(HttpContext context)
    {
        if (FormIn(context) is not { } form) await Problem.NotFound(context);
        else if (!IsOwnWord(context)) context.Response.Redirect(AddressOf(context));
        else await ShowAsync(context, form, FormTokens.New(context, antiforgery, time), null, [], null, StatusCodes.Status200OK);
    }

    private async Task ShowAsync(
        HttpContext context, FormDefinition form, FormTokens tokens, IReadOnlyDictionary<string, IReadOnlyList<string>>? values, IReadOnlyList<FormError> errors, string? sentence, int status)
    {
        var draft = await drafts.OpenAsync(context, form);
        // What was sent is shown in the version in which it was answered, else a draft in the one in which it was begun.
        if (values is null && draft is not null) form = CommonForms.Of(draft.Value.Form, MunicipalityOf(context));
        await PageFrames.WriteAsync<ReportPage>(context, new
        {
            Frame = frames.Of(context), Definition = form, Action = AddressOf(context), Tokens = tokens, Values = values ?? draft?.Draft.Values ?? new Dictionary<string, IReadOnlyList<string>>(),
            Errors = errors, Sentence = sentence, Draft = draft?.Place, Protection = ToldOf(context),
        }, status);
    }

    private async Task SendAsync(HttpContext context)
    {
        if (MunicipalityOf(context).Form(Form) is not { } live)
        {
            await Problem.NotFound(context);
            return;
        }

        var posted = await posts.ReadAsync(context, live, async version => CommonForms.Of(await drafts.VersionAsync(context, live, version), MunicipalityOf(context)));
        posted = posted with { Bound = CommonApplication.Checked(posted.Definition, posted.Bound) };
        var form = posted.Definition;
        if (posted.Fault is PostFault.TooLarge or PostFault.Unreadable)
        {
            var tooLarge = posted.Fault == PostFault.TooLarge;
            await Problem.WriteAsync(context, tooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, tooLarge ? ProblemCode.BodyTooLarge : ProblemCode.BodyInvalid);
            return;
        }

        var tokens = FormTokens.New(context, antiforgery, time).After(posted.CommandId);
        if (!posted.IsAccepted)
        {
            var expired = posted.Fault == PostFault.Antiforgery;
            await ShowAsync(
                context, form, tokens, posted.Values, posted.Bound.Errors, expired ? UiTexts.For(context).Problem("ANTIFORGERY") : null,
                expired ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity);
            return;
        }

        await ReceiveAsync(context, form, posted, tokens);
    }

    private async Task ReceiveAsync(HttpContext context, FormDefinition form, PostedForm posted, FormTokens tokens)
    {
        var tenant = context.Features.Get<TenantRoute>()!.Tenant!.Value;
        var user = context.Features.Get<SignedInUser>() is { } signedIn && (signedIn.Tenant is null || signedIn.Tenant == tenant) ? signedIn : null;
        var reporter = user is null ? Caller.Unidentified : await callers.ResolveAsync(tenant, user, context.RequestAborted);
        var names = posted.Files.ToDictionary(file => file.Id, file => file.Name);
        var report = ReportMapping.ReportOf(form, posted.Bound, MunicipalityOf(context), UiTexts.For(context).Language, names);
        var nationalId = report.Reporter.Role == ReporterRole.Self && user is { Kind: CallerKind.Citizen } ? user.NationalId : posted.Bound.Value(FieldMeaning.PersonNationalId);
        var files = ImmutableArray.CreateBuilder<ReportFile>();
        foreach (var file in posted.Files)
        {
            if (await blobs.UploadAsync(tenant, reporter.Actor, file.Name, file.Content, context.RequestAborted) is BlobUpload.Stored { Blob: { } blob })
            {
                files.Add(new ReportFile(blob.Id, file.Name, blob.MediaType, file.Content.Length));
            }
        }

        var reception = await cases.ReceiveAsync(tenant, posted.CommandId, reporter, report with { Files = files.ToImmutable() }, nationalId, context.RequestAborted, ToldOf(context));
        if (reception.Receipt is not { } receipt)
        {
            var code = reception.Reply.Refusal?.Code ?? ProblemCode.CommandIdReused;
            await ShowAsync(context, form, tokens, posted.Values, [], UiTexts.For(context).Problem(code, reception.Reply.Refusal?.Parameters), Problem.StatusOf(code));
            return;
        }

        await drafts.DropAsync(context, form, posted.DraftSequence);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{AddressOf(context)}/kvittering?k={Receipts.Protect(protection, SlugOf(context), receipt)}";
    }

    /// <summary>The same form for whoever writes by hand (O-024).</summary>
    private async Task PaperAsync(HttpContext context)
    {
        if (FormIn(context) is not { } form) await Problem.NotFound(context);
        else if (context.Request.Path != $"{AddressOf(context)}/papir") context.Response.Redirect($"{AddressOf(context)}/papir");
        else await PageFrames.WriteAsync<PaperPage>(context, new { Frame = frames.Of(context), Definition = form });
    }

    private Task ReceiptAsync(HttpContext context) =>
        Receipts.Read(protection, SlugOf(context), context.Request.Query["k"].ToString()) is { } receipt
            ? PageFrames.WriteAsync<ReceiptPage>(context, new { Frame = frames.Of(context), Receipt = receipt })
            : Problem.NotFound(context);

    /// <summary>What an employee tells of protection beside the municipality's own form.</summary>
    private static ProtectionLevel ToldOf(HttpContext context) =>
        context.Request.HasFormContentType && Enum.TryParse<ProtectionLevel>(context.Request.Form[ReportPage.ProtectionField], out var level) ? level : ProtectionLevel.None;

    private Municipality MunicipalityOf(HttpContext context) => catalogue.Current.Find(context.Features.Get<TenantRoute>()!.Tenant!.Value)!.Municipality;

    private FormDefinition? FormIn(HttpContext context) => MunicipalityOf(context).Form(Form) is { } form ? CommonForms.Of(form, MunicipalityOf(context)) : null;

    private bool IsOwnWord(HttpContext context) => context.Request.Path == AddressOf(context);

    private string AddressOf(HttpContext context) => $"/{SlugOf(context)}/{MunicipalityOf(context).Terms.FormAddress}";

    private static string SlugOf(HttpContext context) => context.Features.Get<TenantRoute>()!.Slug;
}

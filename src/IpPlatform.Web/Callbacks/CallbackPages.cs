using IpPlatform.Domain.Calendar;
using IpPlatform.Domain.Callbacks;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Access;
using IpPlatform.Web.Edge;
using IpPlatform.Web.Forms;
using IpPlatform.Web.Layout;
using IpPlatform.Web.Problems;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Callbacks;

/// <summary>Ask to be rung when the contact has opened (O-126): the form for everybody, and its receipt.</summary>
public sealed class CallbackPages(
    PageFrames frames, TenantCatalogue catalogue, FormPost posts, CallbackDesk desk, CallbackGate gate, IAntiforgery antiforgery, IDataProtectionProvider protection, TimeProvider time)
{
    private const string One = "/ring-meg/{contact}";

    /// <summary>Maps them.</summary>
    public void Map(TenantEndpoints endpoints)
    {
        endpoints.MapPublic("GET", One, EndpointSurface.Page, ShowAsync);
        endpoints.MapPublic("POST", One, EndpointSurface.Page, SendAsync);
        endpoints.MapPublic("GET", One + "/kvittering", EndpointSurface.Page, ReceiptAsync);
    }

    private Task ShowAsync(HttpContext context)
    {
        var (contact, windows) = AskedIn(context);
        return windows.Count == 0 ? ClosedAsync(context, contact, StatusCodes.Status200OK) : FormAsync(context, contact!, windows, FormTokens.New(context, antiforgery, time), null, [], null, StatusCodes.Status200OK);
    }

    private async Task SendAsync(HttpContext context)
    {
        var (contact, windows) = AskedIn(context);
        if (windows.Count == 0)
        {
            await ClosedAsync(context, contact, StatusCodes.Status409Conflict);
            return;
        }

        var posted = await posts.ReadAsync(context, DefinitionOf(context, contact!, windows));
        if (posted.Fault is PostFault.TooLarge or PostFault.Unreadable)
        {
            var tooLarge = posted.Fault == PostFault.TooLarge;
            await Problem.WriteAsync(context, tooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, tooLarge ? ProblemCode.BodyTooLarge : ProblemCode.BodyInvalid);
            return;
        }

        var tokens = FormTokens.New(context, antiforgery, time).After(posted.CommandId);
        var expired = posted.Fault == PostFault.Antiforgery;
        if (expired || !posted.IsAccepted || CallbackForm.CommandOf(contact!, windows, posted.Bound, Norway.At(windows[0].Day, windows[0].To)) is not { } command)
        {
            await FormAsync(
                context, contact!, windows, tokens, posted.Values, posted.Bound.Errors, expired ? UiTexts.For(context).Problem("ANTIFORGERY") : null,
                expired ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity);
            return;
        }

        var tenant = context.Features.Get<TenantRoute>()!.Tenant!.Value;
        if (!gate.Admits(tenant, context.Connection.RemoteIpAddress?.ToString() ?? ""))
        {
            await FormAsync(context, contact!, windows, tokens, posted.Values, [], UiTexts.For(context)["Call_TooMany"], StatusCodes.Status429TooManyRequests);
            return;
        }

        var (reply, by) = await desk.ReceiveAsync(tenant, posted.CommandId, command);
        if (by is not { } ringBy)
        {
            var code = reply.Refusal?.Code ?? ProblemCode.CommandIdReused;
            await FormAsync(context, contact!, windows, tokens, posted.Values, [], UiTexts.For(context).Problem(code, reply.Refusal?.Parameters), Problem.StatusOf(code));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{context.Request.Path}/kvittering?k={CallbackReceipts.Protect(protection, SlugOf(context), contact!.Id!, Norway.DayOf(ringBy))}";
    }

    private Task ReceiptAsync(HttpContext context) =>
        ContactIn(context) is { } contact && CallbackReceipts.Read(protection, SlugOf(context), contact.Id!, context.Request.Query["k"].ToString()) is { } day
            ? PageFrames.WriteAsync<CallbackReceiptPage>(context, new { Frame = frames.Of(context), Contact = contact, Day = day })
            : Problem.NotFound(context);

    private Task FormAsync(
        HttpContext context, ContactPoint contact, IReadOnlyList<CallWindow> windows, FormTokens tokens, IReadOnlyDictionary<string, IReadOnlyList<string>>? values, IReadOnlyList<FormError> errors, string? sentence, int status) =>
        PageFrames.WriteAsync<CallbackPage>(context, new
        {
            Frame = frames.Of(context), Contact = contact, Definition = DefinitionOf(context, contact, windows), Tokens = tokens, Values = values ?? new Dictionary<string, IReadOnlyList<string>>(), Errors = errors, Sentence = sentence,
        }, status);

    /// <summary>Nobody can be asked: what to do instead. What is not there is not found, and what is there and open is no fault of the reader's.</summary>
    private Task ClosedAsync(HttpContext context, ContactPoint? contact, int status) =>
        contact is null
            ? Problem.NotFound(context)
            : PageFrames.WriteAsync<NoCallbackPage>(context, new { Frame = frames.Of(context), Contact = contact, Standing = CallTimes.StandingAt(contact, time.GetUtcNow()) }, status);

    private (ContactPoint? Contact, IReadOnlyList<CallWindow> Windows) AskedIn(HttpContext context) =>
        ContactIn(context) is { } contact ? (contact, CallTimes.WindowsAt(contact, time.GetUtcNow())) : (null, []);

    private ContactPoint? ContactIn(HttpContext context) =>
        MunicipalityOf(context).Contacts.FirstOrDefault(contact => contact.Id == (string?)context.Request.RouteValues["contact"] && contact.HoldsOn(Norway.DayOf(time.GetUtcNow())));

    private FormDefinition DefinitionOf(HttpContext context, ContactPoint contact, IReadOnlyList<CallWindow> windows)
    {
        var texts = UiTexts.For(context);
        return CallbackForm.Of(MunicipalityOf(context), contact, windows, texts, new DateText(texts.Language, Norway.DayOf(time.GetUtcNow())));
    }

    private Municipality MunicipalityOf(HttpContext context) => catalogue.Current.Find(context.Features.Get<TenantRoute>()!.Tenant!.Value)!.Municipality;

    private static string SlugOf(HttpContext context) => context.Features.Get<TenantRoute>()!.Slug;
}

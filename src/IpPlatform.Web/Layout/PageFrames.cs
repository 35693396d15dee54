using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Access;
using IpPlatform.Web.Edge;
using IpPlatform.Web.SignIn;
using IpPlatform.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpPlatform.Web.Layout;

/// <summary>Makes the frame of a request's page and writes pages.</summary>
public sealed class PageFrames(TenantCatalogue catalogue, IAntiforgery antiforgery, TimeProvider time)
{
    /// <summary>The frame; with a form token unless the page has no forms and must not depend on anything.</summary>
    public PageFrame Of(HttpContext context, bool forms = true)
    {
        var route = context.Features.Get<TenantRoute>();
        var tenant = route?.Tenant is { } id ? catalogue.Current.Find(id) : null;
        var tokens = forms ? antiforgery.GetAndStoreTokens(context) : null;
        return new PageFrame(
            UiTexts.For(context), context.Request.Path, tenant?.Slug ?? "", tenant?.Municipality, Preferences.SchemeOf(context.Request),
            forms ? ViewerOf(context) : null, tokens?.FormFieldName ?? "", tokens?.RequestToken, time.GetUtcNow(), Preferences.HasShortcuts(context.Request));
    }

    /// <summary>Writes a page. Nothing about people may stay in a cache on the way or on the device (S-13).</summary>
    public static Task WriteAsync<TPage>(HttpContext context, object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(parameters).ExecuteAsync(context);
    }

    private static FrameViewer? ViewerOf(HttpContext context)
    {
        if (context.Features.Get<Admission>() is { } admission) return new FrameViewer(admission.Caller.Kind, admission.Standing.Roles);
        var route = context.Features.Get<TenantRoute>();
        return context.Features.Get<SignedInUser>() is { } user && (user.Tenant is null || user.Tenant == route?.Tenant) ? new FrameViewer(user.Kind, []) : null;
    }
}

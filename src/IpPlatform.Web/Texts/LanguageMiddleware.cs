using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Edge;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Texts;

/// <summary>Knows in which languages the municipality of a request offers its pages, before anything is said.</summary>
public sealed class LanguageMiddleware(RequestDelegate next, TenantCatalogue catalogue)
{
    /// <summary>Called once the tenant is known.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<TenantRoute>()?.Tenant is { } id && catalogue.Current.Find(id) is { } tenant) context.Features.Set(new OfferedLanguages(tenant.Municipality));
        return next(context);
    }
}

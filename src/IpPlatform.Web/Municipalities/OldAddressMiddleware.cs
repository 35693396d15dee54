using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Web.Edge;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Municipalities;

/// <summary>Answers a municipality's old addresses with where they lead now (O-132). The product's own pages come first: only what no endpoint takes is looked up.</summary>
public sealed class OldAddressMiddleware(RequestDelegate next, TenantCatalogue catalogue)
{
    /// <summary>Called by the pipeline, after routing.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (TargetOf(context) is not { } target) return next(context);
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = target;
        // For good, but not for ever on a device: the administrator may correct it.
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Task.CompletedTask;
    }

    private string? TargetOf(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint() is not null || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) return null;
        return context.Features.Get<TenantRoute>() is { Tenant: { } tenant, Slug: var slug } && catalogue.Current.Find(tenant)?.Municipality is { } municipality && request.Path.StartsWithSegments($"/{slug}", out var path)
            ? OldAddress.Find(municipality, path.Value ?? "", request.QueryString.Value ?? "")
            : null;
    }
}

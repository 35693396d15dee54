using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Access;

/// <summary>
/// That access was given to this request: who, where, to which person, on which ground. Handlers get it from the context, and there
/// is no other way to the tenant or the caller.
/// </summary>
public sealed record Admission(TenantId Tenant, string Slug, Caller Caller, Standing Standing, Guid? Person, string Ground)
{
    /// <summary>The admission of a request; throws when the endpoint was not mapped through <see cref="TenantEndpoints"/>.</summary>
    public static Admission Of(HttpContext context) =>
        context.Features.Get<Admission>() ?? throw new InvalidOperationException("The endpoint was reached without admission.");
}

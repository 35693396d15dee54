using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Vault;
using IpPlatform.Web.Access;
using IpPlatform.Web.Edge;
using IpPlatform.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Forms;

/// <summary>
/// Whose a draft is, by the session alone. A citizen may have no record here yet, and all who have none look alike to a tenant: they
/// are told apart by the same keyed hash of the national id that finds records. It stays when a record is made in the meantime.
/// </summary>
internal sealed record DraftOwner(TenantId Tenant, string Name)
{
    /// <summary>The owner, or null when nobody is signed in here. Public pages ask too, so there need be no admission.</summary>
    public static DraftOwner? Of(HttpContext context, IdentifierVault vault)
    {
        if (context.Features.Get<TenantRoute>() is not { Tenant: { } tenant }) return null;
        if (context.Features.Get<SignedInUser>() is not { } user || (user.Tenant is { } bound && bound != tenant)) return null;
        return new DraftOwner(tenant, user.Kind == CallerKind.Staff
            ? new Caller(CallerKind.Staff, CallerResolver.StaffId(tenant, user.Subject), user.SessionId).Actor
            : $"citizen/{Convert.ToHexStringLower(vault.Protect(tenant, user.NationalId).Hmac)}");
    }
}

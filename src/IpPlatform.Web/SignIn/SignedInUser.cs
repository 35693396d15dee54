using IpPlatform.Domain.Access;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.SignIn;

/// <summary>
/// Who has signed in. Feature of a request; it is not yet a caller: that takes a tenant's record.
/// </summary>
/// <param name="Kind">Citizen or staff, by the provider that vouched.</param>
/// <param name="Subject">The provider's subject; for a citizen the national id.</param>
/// <param name="SessionId">Opaque id of the session.</param>
/// <param name="Tenant">The tenant that the session belongs to; null for a bearer token, which is good wherever it is sent.</param>
public sealed record SignedInUser(CallerKind Kind, string Subject, string SessionId, TenantId? Tenant)
{
    /// <summary>A citizen's national id.</summary>
    public string NationalId => Kind == CallerKind.Citizen ? Subject : throw new InvalidOperationException("Only citizens have one here.");

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {SessionId}";
}

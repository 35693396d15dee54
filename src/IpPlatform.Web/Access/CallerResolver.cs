using System.Collections.Concurrent;
using IpPlatform.Domain.Access;
using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Tenants;

using IpPlatform.Storage.Queries;
using IpPlatform.Storage.Vault;
using IpPlatform.Web.SignIn;

namespace IpPlatform.Web.Access;

/// <summary>
/// From a signed-in user to the caller in a tenant. A citizen is looked up by national id once per session; found ids never change
/// and are kept. A citizen without a record has a caller with an empty subject, who stands in no relation to anybody.
/// </summary>
public sealed class CallerResolver(IdentifierVault vault, PersonQueries persons)
{
    private const int Capacity = 50_000;

    private readonly ConcurrentDictionary<(TenantId Tenant, string Session), Guid> _people = new();

    /// <summary>The staff id of a subject in a tenant: the same person in two municipalities is two employees.</summary>
    public static Guid StaffId(TenantId tenant, string subject) => DerivedId.From(DerivedId.From(Guid.Empty, tenant.Value), $"staff/{subject}");

    /// <summary>Resolves.</summary>
    public async ValueTask<Caller> ResolveAsync(TenantId tenant, SignedInUser user, CancellationToken cancellationToken)
    {
        if (user.Kind == CallerKind.Staff) return new Caller(CallerKind.Staff, StaffId(tenant, user.Subject), user.SessionId);
        if (_people.TryGetValue((tenant, user.SessionId), out var known)) return new Caller(CallerKind.Citizen, known, user.SessionId);
        var (hmac, _) = vault.Protect(tenant, user.NationalId);
        if (await persons.FindByIdentifierAsync(tenant, hmac, cancellationToken) is not { } person) return new Caller(CallerKind.Citizen, Guid.Empty, user.SessionId);
        if (_people.Count > Capacity) _people.Clear();
        _people[(tenant, user.SessionId)] = person;
        return new Caller(CallerKind.Citizen, person, user.SessionId);
    }
}

using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Access;

/// <summary>Section <c>IpPlatform:Operators</c>: who runs the platform.</summary>
public sealed record OperatorOptions
{
    /// <summary>Subjects at the staff provider.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Their staff ids in a tenant.</summary>
    public IEnumerable<Guid> StaffIds(TenantId tenant) => Subjects.Select(subject => CallerResolver.StaffId(tenant, subject));
}

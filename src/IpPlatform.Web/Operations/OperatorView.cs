using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Nodes;
using IpPlatform.Storage.Outbox;
using IpPlatform.Tenancy.Catalogue;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Web.Operations;

/// <summary>What the operator's page shows.</summary>
/// <param name="Silos">Those that take requests.</param>
/// <param name="Tenants">All of them, by address.</param>
/// <param name="ErrorsElsewhere">Errors of the latest import in folders that are no tenant's yet.</param>
/// <param name="Database">Version of the database.</param>
/// <param name="SchemaVersion">Number of the newest script of a tenant's schema.</param>
public sealed record OperatorView(IReadOnlyList<Node> Silos, IReadOnlyList<OperatedTenant> Tenants, IReadOnlyList<string> ErrorsElsewhere, string Database, int SchemaVersion);

/// <summary>A tenant as its operator sees it.</summary>
/// <param name="Tenant">Slug and revision in force.</param>
/// <param name="Errors">Of the latest import; as long as there are any, the last good state stays in force.</param>
/// <param name="SetAside">Edits of the municipality's administrator that do not fit its files any more.</param>
/// <param name="Parked">Messages that could not be delivered.</param>
/// <param name="Operation">Whether it is in operation, and whose keys are turned (S-21).</param>
public sealed record OperatedTenant(CatalogueTenant Tenant, IReadOnlyList<string> Errors, IReadOnlyList<SetAsideLayer> SetAside, IReadOnlyList<ParkedMessage> Parked, TenantOperation Operation)
{
    /// <summary>Nothing waits for the operator here.</summary>
    public bool IsWell => Errors.Count == 0 && SetAside.Count == 0 && Parked.Count == 0 && !Waits;

    /// <summary>The municipality has turned its key, and the operator has not.</summary>
    public bool Waits => Operation is { Municipality: not null, Operator: null };
}

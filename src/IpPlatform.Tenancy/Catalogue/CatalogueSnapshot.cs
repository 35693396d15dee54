using System.Collections.Frozen;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.Tenancy.Catalogue;

/// <summary>All tenants at one moment; immutable.</summary>
public sealed class CatalogueSnapshot
{
    private readonly FrozenDictionary<TenantId, CatalogueTenant> _byId;

    /// <summary>Makes a snapshot.</summary>
    public CatalogueSnapshot(long revision, IReadOnlyList<CatalogueTenant> tenants, IReadOnlyList<CatalogueTenant> retired)
    {
        (Revision, Tenants, Retired) = (revision, tenants, retired);
        _byId = tenants.ToFrozenDictionary(tenant => tenant.Id);
    }

    /// <summary>Nothing yet.</summary>
    public static CatalogueSnapshot Empty { get; } = new(0, [], []);

    /// <summary>Rises with every change.</summary>
    public long Revision { get; }

    /// <summary>All that are served.</summary>
    public IReadOnlyList<CatalogueTenant> Tenants { get; }

    /// <summary>Those that have been taken out, of whom only name and phone are said any more.</summary>
    public IReadOnlyList<CatalogueTenant> Retired { get; }

    /// <summary>One of them, or null.</summary>
    public CatalogueTenant? Find(TenantId id) => _byId.GetValueOrDefault(id);
}

/// <summary>A tenant in the catalogue.</summary>
public sealed record CatalogueTenant(TenantId Id, string Slug, long Revision, Municipality Municipality);

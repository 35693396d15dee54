using System.Collections.Concurrent;
using IpPlatform.Domain.Forms;
using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Catalogue;

/// <summary>Forms as they were when somebody began to fill them in: she goes on with the questions that she has answered.</summary>
public sealed class RunningForms(FormVersions versions)
{
    // A version never changes, and there are few.
    private readonly ConcurrentDictionary<(TenantId, string, int), FormDefinition> _known = new();

    /// <summary>A version of a form; the one in force when there is no such version.</summary>
    public async Task<FormDefinition> FindAsync(TenantId tenant, FormDefinition live, int? version, CancellationToken cancellationToken)
    {
        if (version is not { } wanted || wanted == live.Version) return live;
        if (_known.TryGetValue((tenant, live.Id, wanted), out var known)) return known;
        if (await versions.FindAsync(tenant, live.Id, wanted, cancellationToken) is not { } found) return live;
        return _known[(tenant, live.Id, wanted)] = LayerJson.ReadForm(found);
    }
}

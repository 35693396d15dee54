using IpPlatform.Domain.Tenants;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>A form with fields that can be filled in by a file.</summary>
public interface ITakesFiles
{
    /// <summary>What the files that were sent make of fields; what cannot be taken is told with the rest that cannot be read.</summary>
    Task<IReadOnlyDictionary<string, string>> TakeAsync(TenantId tenant, IFormFileCollection files, CancellationToken cancellationToken);
}
